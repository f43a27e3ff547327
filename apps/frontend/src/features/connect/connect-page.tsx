'use client';

import type { CreatedToken } from '@todo-chatbot/shared';
import { useState } from 'react';
import { CopyLine } from '@/components/copy-line';
import { Section } from '@/features/account/section';
import { ClientTabs } from './client-tabs';
import { TokenStep } from './token-step';
import { useAddress } from './use-address';

/** How somebody's own assistant or editor is let in to their tasks, over MCP. */
export function ConnectPage() {
  const address = useAddress();
  const [token, setToken] = useState<CreatedToken>();
  return (
    <>
      <header className="mb-6 md:mb-8">
        <h1 className="text-xl font-semibold tracking-tight">Connect an app</h1>
        <p className="mt-0.5 max-w-150 text-pretty text-muted">
          Claude, Cursor and every other app that speaks MCP can read, add and change your tasks.
          What it changes shows here at once, and what it deletes waits in the trash for 30 days.
        </p>
      </header>
      <Section title="1. The address" lead="Of this site, for MCP over HTTP.">
        <CopyLine text={address ?? ''} what="the address" />
      </Section>
      <Section
        title="2. How it is let in"
        lead="A token lets one app in, as you. Give each its own, so that you can revoke one without the others."
      >
        <TokenStep token={token} onToken={setToken} />
      </Section>
      <Section title="3. Your app" lead="Copy this to where it belongs.">
        {address ? (
          <ClientTabs access={{ address, token: token?.secret }} />
        ) : (
          <div aria-hidden className="h-52 animate-shimmer rounded-lg bg-sunken" />
        )}
      </Section>
    </>
  );
}
