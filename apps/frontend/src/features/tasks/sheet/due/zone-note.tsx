'use client';

import { ownZone, wallClock } from '@todo-chatbot/shared/dates';
import { momentOf } from '@todo-chatbot/shared/dates/zoned';
import { dayWords } from '../../due-words';

const city = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

interface Props {
  day: string;
  time: string;
  zone: string;
  today: string;
  onUseOwn: () => void;
}

/** Whose clock a time is on, when it is not this device's, and what that is here. */
export function ZoneNote({ day, time, zone, today, onUseOwn }: Props) {
  const here = ownZone();
  const there = wallClock(here, momentOf(day, time, zone));
  return (
    <p className="px-2.5 pb-1.5 text-sm text-muted">
      On the clock of {city(zone)}. {dayWords(there.day, today)} {there.time} here.{' '}
      <button
        type="button"
        onClick={onUseOwn}
        className="rounded-xs font-medium text-primary-ink underline-offset-4 hover:underline"
      >
        Use the clock of {city(here)}
      </button>
    </p>
  );
}
