// Free of the Temporal polyfill: what needs it is in ./zoned.ts, an entry of its own.
export * from './next-date.ts';
export * from './next-occurrence.ts';
export * from './now-in-zone.ts';
export * from './plain-date.ts';
export * from './rule-words.ts';
