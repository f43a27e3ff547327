import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLingered } from '../lingering';
import { sweep } from '../task-cache';
import { startCourier } from './courier';
import { outbox } from './outbox';
import { storedEntries } from './stored';
import { alone, livingTabs, showLife } from './tabs';

/** Takes over what tabs that are gone have left, in one tab only. */
const adoptOrphans = (account: string, first: boolean) =>
  alone(async () => {
    const living = await livingTabs();
    if (!living && !first) return;
    const stored = await storedEntries(account);
    await outbox.adopt(stored.filter(({ tab }) => !living?.has(tab)));
  });

/** Sends what is done on this page, and what was left unsent before, for as long as it is open. */
export function useCourier(account: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => onLingered((ids) => sweep(client, ids)), [client]);
  useEffect(() => {
    if (!account) return;
    showLife();
    outbox.open(account);
    void adoptOrphans(account, true);
    const again = () => void adoptOrphans(account, false);
    const online = onlineManager.subscribe((isOnline) => isOnline && again());
    addEventListener('focus', again);
    const stop = startCourier(client);
    return () => {
      stop();
      online();
      removeEventListener('focus', again);
    };
  }, [account, client]);
}
