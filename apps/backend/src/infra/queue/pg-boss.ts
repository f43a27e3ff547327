// A file of our own for the reason that model/ai.ts gives.
export { PgBoss } from 'pg-boss';
