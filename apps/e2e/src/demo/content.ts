import type { NewTaskInput } from '@todo-chatbot/shared';

/** A task of the example account. */
export interface DemoTask extends Omit<NewTaskInput, 'id' | 'dueDate' | 'timeZone' | 'subtasks'> {
  /** Names it for good, so that filling the account again finds it. */
  key: string;
  /** Days from today on which it is due. */
  day?: number;
  /** Titles of its steps; those that begin with `✓ ` are done. */
  steps?: string[];
  done?: true;
}

const work: DemoTask[] = [
  {
    ...{ key: 'draft', title: 'Send Ines the draft by noon', day: 0, dueTime: '12:00' },
    ...{ tags: ['work'], priority: 'high', stage: 'doing', reminders: [60] },
    notes: 'Chapter three first, she has an hour.',
    steps: ['✓ Cut the introduction', '✓ Redraw figure 2', 'Check the references'],
  },
  {
    ...{ key: 'standup', title: 'Share the numbers in the team round', day: 0, dueTime: '09:30' },
    ...{ tags: ['work'], recurrence: { every: 1, unit: 'week', weekdays: ['mo', 'we', 'fr'] } },
  },
  {
    key: 'invoice',
    title: 'Invoice for the October workshop',
    day: -2,
    tags: ['work', 'money'],
    priority: 'high',
  },
  { key: 'review', title: 'Review Jonas’ proposal', day: 1, tags: ['work'], priority: 'medium' },
  {
    ...{ key: 'talk', title: 'Prepare the talk for the Porto meetup', day: 9, tags: ['work'] },
    ...{ priority: 'medium', stage: 'doing' },
    steps: ['✓ Outline', '✓ Title and abstract', 'Slides', 'Rehearse aloud, twice'],
    notes: '25 minutes and questions.\nOne story, three pictures, no bullet points.',
  },
  { key: 'onboarding', title: 'Write Selma’s first-week plan', day: 3, tags: ['work'] },
  { key: 'backlog', title: 'Close issues nobody will miss', tags: ['work'], priority: 'low' },
  { key: 'expenses', title: 'Hand in travel expenses', day: 5, tags: ['work', 'money'] },
];

const home: DemoTask[] = [
  {
    key: 'plants',
    title: 'Water the plants',
    day: 0,
    tags: ['home'],
    recurrence: { every: 3, unit: 'day', from: 'completion' },
  },
  { key: 'bell', title: 'Fix the bell on the bicycle', tags: ['home'] },
  {
    key: 'groceries',
    title: 'Buy oat milk, lemons and rice',
    day: 0,
    dueTime: '18:00',
    tags: ['errands'],
  },
  { key: 'books', title: 'Return the library books', day: -1, tags: ['errands'] },
  {
    key: 'boiler',
    title: 'Have the boiler serviced',
    day: 12,
    tags: ['home'],
    notes: 'Ask for the man who explained everything last time.',
  },
  {
    key: 'rubbish',
    title: 'Put the paper bin out',
    day: 2,
    dueTime: '07:00',
    tags: ['home'],
    recurrence: { every: 2, unit: 'week' },
  },
  {
    key: 'shelf',
    title: 'Build the shelf in the hall',
    tags: ['home'],
    steps: ['Measure twice', 'Order the oak board', 'Borrow Theo’s drill'],
  },
  {
    key: 'balcony',
    title: 'Plant tulip bulbs before the frost',
    day: 6,
    tags: ['garden'],
    priority: 'low',
  },
  { key: 'feeder', title: 'Hang the bird feeder', tags: ['garden'], priority: 'low' },
  {
    key: 'rent',
    title: 'Pay rent',
    day: 6,
    dueTime: '09:00',
    tags: ['money'],
    priority: 'high',
    recurrence: { every: 1, unit: 'month' },
  },
];

const people: DemoTask[] = [
  { key: 'maya', title: 'Call Maya about Saturday', day: 0, tags: ['family'] },
  {
    key: 'school',
    title: 'Reply to the school about the trip',
    day: 1,
    tags: ['family'],
    priority: 'medium',
  },
  {
    ...{ key: 'birthday', title: 'Plan Grandpa’s 80th birthday', day: 17, tags: ['family'] },
    ...{ priority: 'medium', reminders: [10_080] },
    steps: ['✓ Guest list', 'Reserve the garden room', 'Ask Lea to play', 'Order the lemon cake'],
    notes: 'He wants no speeches. He will get one speech.',
  },
  { key: 'photos', title: 'Send Nora the photos from the lake', tags: ['family'] },
  {
    key: 'dinner',
    title: 'Cook for Amir and Lucie',
    day: 4,
    dueTime: '19:30',
    tags: ['family'],
    notes: 'Lucie eats no nuts.',
  },
  { key: 'letter', title: 'Write a real letter to Aunt Ilse', tags: ['family'], priority: 'low' },
];

const health: DemoTask[] = [
  {
    key: 'swim',
    title: 'Swim',
    day: 1,
    dueTime: '07:00',
    tags: ['health'],
    recurrence: { every: 1, unit: 'week' },
  },
  {
    key: 'dentist',
    title: 'Dentist',
    day: 8,
    dueTime: '14:15',
    tags: ['health'],
    reminders: [60, 1_440],
  },
  { key: 'run', title: 'Run around the reservoir', day: 2, tags: ['health'] },
  { key: 'flu', title: 'Ask for the flu jab', day: -4, tags: ['health'], priority: 'medium' },
];

const away: DemoTask[] = [
  {
    key: 'train',
    title: 'Book the train to Lisbon',
    day: 0,
    tags: ['travel'],
    priority: 'medium',
    notes: 'Window seat, quiet coach.\nThe 07:40 is cheaper.',
  },
  {
    key: 'passport',
    title: 'Renew the passport',
    day: 20,
    tags: ['travel'],
    steps: ['✓ Photos', 'Appointment at the town hall'],
  },
  {
    key: 'pack',
    title: 'Pack for Lisbon',
    day: 13,
    tags: ['travel'],
    steps: ['Adapter', 'Swimming things', 'The good umbrella'],
  },
  {
    key: 'cat',
    title: 'Find someone for the cat',
    day: 7,
    tags: ['travel', 'home'],
    priority: 'high',
  },
  { key: 'museum', title: 'Tickets for the tile museum', day: 10, tags: ['travel'] },
];

const someday: DemoTask[] = [
  {
    key: 'portuguese',
    title: 'Twenty words of Portuguese',
    day: 0,
    tags: ['learning'],
    recurrence: { every: 1, unit: 'day' },
  },
  { key: 'novel', title: 'Finish “The Dispossessed”', tags: ['reading'] },
  {
    key: 'article',
    title: 'Read the paper on fractional indexing',
    tags: ['reading', 'work'],
    priority: 'low',
  },
  { key: 'piano', title: 'Learn the slow movement', tags: ['learning'], priority: 'low' },
  { key: 'insurance', title: 'Compare bicycle insurance', day: 15, tags: ['money'] },
];

const done: DemoTask[] = [
  { key: 'electricity', title: 'Pay the electricity bill', tags: ['money'] },
  { key: 'backup', title: 'Back up the laptop', tags: ['home'] },
  { key: 'gift', title: 'Wrap the present for Ida', tags: ['family'] },
  { key: 'minutes', title: 'Send round the minutes', tags: ['work'] },
  { key: 'tyres', title: 'Change to winter tyres', tags: ['errands'] },
  { key: 'soup', title: 'Cook pumpkin soup for the freezer', tags: ['home'] },
].map((task) => ({ ...task, done: true }));

/** The tasks of the example account, in the order in which they are shown. */
export const demoTasks: readonly DemoTask[] = [
  ...work.slice(0, 2),
  ...away.slice(0, 1),
  ...people.slice(0, 2),
  ...home.slice(0, 4),
  ...work.slice(2),
  ...health,
  ...people.slice(2),
  ...away.slice(1),
  ...home.slice(4),
  ...someday,
  ...done,
];
