export * from './contracts/account.ts';
export * from './contracts/problem.ts';
export * from './contracts/task.ts';
export * from './errors/codes.ts';
