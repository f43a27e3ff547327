import { Temporal } from 'temporal-polyfill';

/** A moment at which a zone's clocks are put forward or back. */
export interface ZoneChange {
  at: Date;
  /** Minutes ahead of UTC until then. */
  before: number;
  /** Minutes ahead of UTC from then on. */
  after: number;
}

/** A moment as the calendar and the clocks of a zone show it. */
export const inZone = (moment: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);

const minutes = (zoned: Temporal.ZonedDateTime) => Math.round(zoned.offsetNanoseconds / 6e10);

/** How many minutes a zone is ahead of UTC at a moment. */
export const offsetAt = (timeZone: string, moment: Date): number =>
  minutes(inZone(moment, timeZone));

/** When a zone's clocks are changed between two moments, oldest first. */
export function zoneChanges(timeZone: string, from: Date, to: Date): ZoneChange[] {
  const changes: ZoneChange[] = [];
  let now = inZone(from, timeZone);
  for (;;) {
    const next = now.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > to.getTime()) return changes;
    const before = minutes(next.subtract({ nanoseconds: 1 }));
    const after = minutes(next);
    // Some changes are of the zone's name only.
    if (before !== after) changes.push({ at: new Date(next.epochMilliseconds), before, after });
    now = next;
  }
}
