import { offsetAt, zoneChanges } from '@todo-chatbot/shared/dates/zone-changes';

const year = 365 * 86_400_000;
const yearsBack = 2;
const yearsAhead = 8;

const two = (number: number) => String(number).padStart(2, '0');

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}${two(size % 60)}`;
}

function part(begins: string, before: number, after: number): string[] {
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${begins}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${kind}`,
  ];
}

/** A moment on the wall of a place so many minutes ahead of UTC: `20261025T030000`. */
const wall = (moment: Date, minutes: number) =>
  new Date(moment.getTime() + minutes * 60_000).toISOString().replace(/[-:]|\.\d+Z/g, '');

/**
 * What calendars must know of a zone, for some years around now: each change of its clocks.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5
 */
export function zoneDefinition(timeZone: string, now: Date): string {
  const from = new Date(now.getTime() - yearsBack * year);
  const to = new Date(now.getTime() + yearsAhead * year);
  const first = offsetAt(timeZone, from);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...part('19700101T000000', first, first),
    ...zoneChanges(timeZone, from, to).flatMap(({ at, before, after }) =>
      part(wall(at, before), before, after),
    ),
    'END:VTIMEZONE',
  ].join('\r\n');
}
