/** Where permits are counted, for every process together. */
export interface PermitStore {
  /**
   * Counts permits of a key in the present window. Answers how many are counted now, these
   * included, and in how many milliseconds the window ends.
   */
  count(key: string, permits: number): Promise<{ counted: number; endsIn: number }>;
}

/** What became of one request for a permit. */
export interface Permit {
  granted: boolean;
  /** How many are left in this window, as far as this process knows. */
  remaining: number;
  /** Milliseconds until the next window. */
  endsIn: number;
}

/** Lets so many requests through per key and minute, in all processes together. */
export interface RequestLimit {
  take(key: string, perMinute: number): Promise<Permit>;
}

interface Lease {
  /** Permits that this process holds and has not given away. */
  held: number;
  remaining: number;
  endsAt: number;
}

// A process asks for this part of a minute's permits at once: twenty questions a minute at most,
// and at most this part is lost in a process that does not use what it holds.
const leasedPart = 20;
const manyKeys = 10_000;

/** Builds the limit on its store; `now` tells milliseconds, from whatever beginning. */
export function createRequestLimit(store: PermitStore, now: () => number): RequestLimit {
  const leases = new Map<string, Lease>();
  const asking = new Map<string, Promise<void>>();

  function forgetPast(): void {
    for (const [key, { endsAt }] of leases) if (endsAt <= now()) leases.delete(key);
  }

  async function lease(key: string, perMinute: number): Promise<void> {
    if (leases.size > manyKeys) forgetPast();
    const wanted = Math.max(1, Math.floor(perMinute / leasedPart));
    const { counted, endsIn } = await store.count(key, wanted);
    const beyond = Math.max(0, counted - perMinute);
    leases.set(key, {
      held: Math.max(0, wanted - beyond),
      remaining: Math.max(0, perMinute - counted),
      endsAt: now() + endsIn,
    });
  }

  /** Requests that come while one asks the store wait for that answer. */
  function leaseOnce(key: string, perMinute: number): Promise<void> {
    const under = asking.get(key);
    if (under) return under;
    const question = lease(key, perMinute).finally(() => asking.delete(key));
    asking.set(key, question);
    return question;
  }

  return {
    async take(key, perMinute) {
      for (;;) {
        const present = leases.get(key);
        const endsIn = present ? present.endsAt - now() : 0;
        if (present && endsIn > 0) {
          if (present.held > 0) {
            present.held -= 1;
            return { granted: true, remaining: present.remaining + present.held, endsIn };
          }
          if (present.remaining === 0) return { granted: false, remaining: 0, endsIn };
        }
        await leaseOnce(key, perMinute);
      }
    },
  };
}

/**
 * What somebody is told whose permits are spent, at whichever door.
 * @param perMinute how many requests a minute has
 * @param seconds how long the next minute is away
 */
export const refusalOf = (perMinute: number, seconds: number): string =>
  `More than ${perMinute} requests in a minute. Come back in ${seconds} seconds.`;
