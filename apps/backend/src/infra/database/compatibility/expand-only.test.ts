import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { knownMigrations, migrationsFolder } from '../migrations.ts';
import { breachesOf } from './expand-only.ts';

const tags = (await knownMigrations()).map(({ tag }) => tag);

it.each(tags)('migration %s only expands', (tag) => {
  expect(breachesOf(readFileSync(join(migrationsFolder(), `${tag}.sql`), 'utf8'))).toEqual([]);
});

it.each([
  'DROP TABLE "tasks"',
  'ALTER TABLE "tasks" DROP COLUMN "notes"',
  'ALTER TABLE "tasks" RENAME COLUMN "notes" TO "text"',
  'ALTER TABLE "tasks" RENAME TO "todos"',
  'ALTER TABLE "tasks" ALTER COLUMN "notes" SET NOT NULL',
  'ALTER TABLE "tasks" ALTER COLUMN "version" SET DATA TYPE bigint',
  'ALTER TABLE "tasks" ALTER COLUMN "version" TYPE text',
  'ALTER TABLE "tasks" ALTER COLUMN "version" DROP DEFAULT',
  'ALTER TABLE "tasks" ADD COLUMN "owner" uuid NOT NULL',
  'DELETE FROM "tasks"',
])('%s is found out', (statement) => {
  expect(breachesOf(`CREATE TABLE "x" ();--> statement-breakpoint\n${statement};`)).toHaveLength(1);
});

it('new tables, columns with a default and indexes are welcome', () => {
  const statements = [
    'CREATE TABLE "x" ("id" uuid NOT NULL)',
    'ALTER TABLE "tasks" ADD COLUMN "a" text',
    `ALTER TABLE "tasks" ADD COLUMN "b" text DEFAULT 'x' NOT NULL`,
    'CREATE INDEX "i" ON "tasks" ("a")',
  ];
  expect(breachesOf(statements.join(';--> statement-breakpoint\n'))).toEqual([]);
});

it('a contraction says so, and since when nobody needs what it removes', () => {
  const statement = 'ALTER TABLE "tasks" DROP COLUMN "notes"';
  expect(breachesOf(`-- contract: unused since 1.2\n${statement}`)).toEqual([]);
  expect(breachesOf(`-- contract:\n${statement}`)).toHaveLength(1);
});
