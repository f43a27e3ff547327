export * from './accounts.ts';
export * from './tasks.ts';
