import { z } from 'zod';

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** A day of the calendar, without a zone: `2026-11-25`. */
export const calendarDate = z.iso
  .date('must be a day such as 2026-11-25')
  .refine((day) => day >= '1900-01-01', 'must not be before 1900');

/** A time on the wall, without a zone: `09:30`. */
export const wallTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30');

/** A zone by its name: `Europe/Berlin`. */
export const timeZone = z
  .string()
  .min(1)
  .max(64)
  // Names only: an offset such as +02:00 knows nothing of summer time.
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, 'must be a zone such as Europe/Berlin')
  .refine(isZone, 'must be a zone such as Europe/Berlin');
