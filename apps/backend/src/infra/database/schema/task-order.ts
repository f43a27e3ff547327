/**
 * What lists are ordered by where that is more than a column. The indexes hold these expressions,
 * and a list must order by the same ones, letter by letter, to be read from an index.
 */
export const taskOrder = {
  // Tasks without a date come last, and within a day those without a time.
  dueDate: `coalesce(due_date, 'infinity'::date)`,
  dueTime: `coalesce(due_time, '24:00')`,
  urgency: `(-priority)`,
  // The first letters are enough to order by, and fit into an index.
  title: `lower("left"(title, 120) collate "und-x-icu")`,
  completion: `coalesce(completed_at, '-infinity'::timestamptz)`,
};
