export * from './access.ts';
export * from './accounts.ts';
export * from './assistant.ts';
export * from './oauth.ts';
export * from './reminders.ts';
export * from './tasks.ts';
