import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import type { Refusal } from './auth-client';
import { faultOf } from './fault';

type Values = Record<'name' | 'email' | 'password' | 'current', string>;
type Faults = Partial<Values>;

/** Sends the form's values; answers with a refusal when there is one. */
type Send = (values: Values) => Promise<{ error: Refusal | null }>;

const inputsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((element) => element instanceof HTMLInputElement);

function faultsOf(form: HTMLFormElement): Faults {
  const faults: Faults = {};
  for (const input of inputsOf(form)) faults[input.name as keyof Values] = faultOf(input);
  inputsOf(form)
    .find((input) => !input.validity.valid)
    ?.focus();
  return faults;
}

/**
 * The life of a form of an account: check, send, go on or say why not.
 *
 * @param goOn a page of this site, or what happens on this one
 */
export function useAuthForm(send: Send, goOn: string | ((values: Values) => void)) {
  const router = useRouter();
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);

  // What is no page leads over the server, perhaps away.
  const leaveFor = (page: string) =>
    page.startsWith('/api/') ? location.assign(page) : router.replace(page);

  const attempt = async (form: HTMLFormElement) => {
    const values = Object.fromEntries(new FormData(form)) as Values;
    const { error } = await send(values).catch(() => ({ error: { status: 0 } as Refusal }));
    if (error) setRefusal(error);
    else if (typeof goOn === 'string') return leaveFor(goOn);
    else goOn(values);
    setBusy(false);
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = faultsOf(event.currentTarget);
    setFaults(found);
    setRefusal(undefined);
    if (Object.values(found).some(Boolean) || busy) return;
    setBusy(true);
    void attempt(event.currentTarget);
  };

  return { faults, refusal, busy, onSubmit };
}
