'use client';

import { Button } from '@/components/button';
import { deviceName } from './device';
import { Row, Rows, RowsSkeleton, Section, Unread } from './section';
import { useEndSessions, useSessions, type Session } from './use-sessions';
import { ago } from './when';

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const name = deviceName(session.userAgent);
  const seen = session.current ? 'Active now' : `Last seen ${ago(session.updatedAt, new Date())}`;
  return (
    <Row
      title={
        <>
          <span className="truncate">{name}</span>
          {session.current && (
            <span className="rounded-xs bg-primary-soft px-1.5 text-xs leading-5 whitespace-nowrap text-primary-ink">
              This device
            </span>
          )}
        </>
      }
      note={[seen, session.ipAddress].filter(Boolean).join(' · ')}
    >
      {!session.current && (
        <Button look="quiet" onClick={onEnd} aria-label={`Log out ${name}`}>
          Log out
        </Button>
      )}
    </Row>
  );
}

/** Where one is logged in, and the way out of there. */
export function SessionsSection() {
  const { data, isError, refetch } = useSessions();
  const { mutate, isPending } = useEndSessions();
  return (
    <Section title="Devices" lead="Where you are logged in right now.">
      {data ? (
        <Rows label="Devices">
          {data.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => mutate(session.token)} />
          ))}
        </Rows>
      ) : isError ? (
        <Unread what="Your devices" onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton />
      )}
      {data && data.length > 1 && (
        <Button
          look="outline"
          className="mt-3"
          aria-busy={isPending}
          onClick={() => mutate('others')}
        >
          Log out everywhere else
        </Button>
      )}
    </Section>
  );
}
