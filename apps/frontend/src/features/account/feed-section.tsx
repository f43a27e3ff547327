'use client';

import { Button } from '@/components/button';
import { Row, Rows, RowsSkeleton, Section, Unread } from './section';
import { ShownOnce } from './shown-once';
import { useCloseFeed, useFeed, useOpenFeed } from './use-feed';
import { dayOf } from './when';

function Feed({ since }: { since: string | null }) {
  const open = useOpenFeed();
  const close = useCloseFeed();
  if (!since) {
    return (
      <Button look="outline" aria-busy={open.isPending} onClick={() => open.mutate()}>
        Switch it on
      </Button>
    );
  }
  return (
    <div className="space-y-3">
      <Rows label="Calendar feed">
        <Row title="The feed is on" note={`Since ${dayOf(since)}`}>
          <Button look="quiet" aria-busy={open.isPending} onClick={() => open.mutate()}>
            New address
          </Button>
          <Button look="danger" onClick={() => close.mutate(undefined, { onSuccess: open.reset })}>
            Switch off
          </Button>
        </Row>
      </Rows>
      {open.data && (
        <ShownOnce secret={open.data.url} what="the address" onClose={open.reset}>
          Add this address to your calendar app as a subscription. You see it only now: who knows it
          can read your due dates. An earlier address no longer works.
        </ShownOnce>
      )}
    </div>
  );
}

/** Due tasks in one's calendar app. */
export function FeedSection() {
  const { data, isError, refetch } = useFeed();
  return (
    <Section
      title="Calendar"
      lead="Tasks with a due date appear in your calendar app and follow every change."
    >
      {data ? (
        <Feed since={data.createdAt} />
      ) : isError ? (
        <Unread what="The calendar feed" onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Section>
  );
}
