'use client';

import { ExternalLink } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { buttonClass } from '@/components/button';
import { CopyBlock } from '@/components/copy-block';
import { clients, type Access, type Client } from './clients';

function Way({ client, access }: { client: Client; access: Access }) {
  return (
    <div className="space-y-3">
      <p className="max-w-150 text-pretty">{client.lead}</p>
      <CopyBlock text={client.snippet(access)} label={client.what} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {client.link && (
          <a href={client.link(access)} className={buttonClass('outline')}>
            <ExternalLink aria-hidden size={15} /> Open {client.name}
          </a>
        )}
        <p className="text-sm text-pretty text-muted">{client.then}</p>
      </div>
    </div>
  );
}

/** One client at a time: what to copy, and where to. */
export function ClientTabs({ access }: { access: Access }) {
  return (
    <Tabs.Root defaultValue={clients[0]?.id}>
      <Tabs.List aria-label="Apps" className="mb-4 flex flex-wrap gap-1.5">
        {clients.map(({ id, name }) => (
          <Tabs.Trigger
            key={id}
            value={id}
            className="h-8 rounded-full border border-hairline px-3 text-sm font-medium transition-colors hover:bg-hover data-[state=active]:border-primary data-[state=active]:bg-primary-soft data-[state=active]:text-primary-ink pointer-coarse:h-11 pointer-coarse:px-4"
          >
            {name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {clients.map((client) => (
        <Tabs.Content key={client.id} value={client.id} className="rounded-lg">
          <Way client={client} access={access} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
