'use client';

import type { ConnectedApp } from '@todo-chatbot/shared';
import Link from 'next/link';
import { Button } from '@/components/button';
import { may } from './may';
import { Row, Rows, RowsSkeleton, Section, Unread } from './section';
import { useConnectedApps, useDisconnect } from './use-connected-apps';
import { dayOf } from './when';

const noteOf = ({ scopes, places, connectedAt }: ConnectedApp) =>
  `${may(scopes)} · since ${dayOf(connectedAt)} · ${places.join(', ')}`;

function AppRows({ apps }: { apps: ConnectedApp[] }) {
  const { mutate } = useDisconnect();
  if (apps.length === 0) {
    return <p className="text-muted">None. A program that you let in appears here.</p>;
  }
  return (
    <Rows label="Connected apps">
      {apps.map((app) => (
        <Row key={app.id} title={<span className="truncate">{app.name}</span>} note={noteOf(app)}>
          <Button look="danger" aria-label={`Disconnect “${app.name}”`} onClick={() => mutate(app)}>
            Disconnect
          </Button>
        </Row>
      ))}
    </Rows>
  );
}

/** The programs that asked to work with one's tasks and were let in. */
export function ConnectedAppsSection() {
  const { data, isError, refetch } = useConnectedApps();
  return (
    <Section
      title="Connected apps"
      lead={
        <>
          Programs that you let work with your tasks.{' '}
          <Link
            href="/app/connect"
            className="rounded-xs text-primary-ink underline underline-offset-2"
          >
            Connect one
          </Link>
        </>
      }
    >
      {data ? (
        <AppRows apps={data} />
      ) : isError ? (
        <Unread what="Your connected apps" onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Section>
  );
}
