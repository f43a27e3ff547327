/** A statement of a migration that the version before it may not survive, and why. */
export interface Breach {
  statement: string;
  why: string;
}

const rules: [RegExp, string][] = [
  [
    /^drop\s+(table|view|schema|type|function|extension|sequence|trigger|index)\b/i,
    'it drops what may be in use',
  ],
  [/\bdrop\s+(column|constraint)\b/i, 'it drops what may be in use'],
  [/\brename\s+(to|column|constraint)\b/i, 'the previous version knows it by the old name'],
  [/\bset\s+not\s+null\b/i, 'the previous version may write null'],
  [/\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i, 'the previous version expects the old type'],
  [/\balter\s+column\s+\S+\s+drop\s+default\b/i, 'the previous version relies on the default'],
  [/^(truncate|delete)\b/i, 'it deletes what people wrote'],
  [/^(revoke)\b/i, 'it takes a right away'],
];

const addsRequiredColumn = (statement: string) =>
  /\badd\s+column\b/i.test(statement) &&
  /\bnot\s+null\b/i.test(statement) &&
  !/\b(default|generated\s+always\s+as)\b/i.test(statement);

/** By this comment a statement says that every version which needed what it removes is gone. */
const contraction = /^-- *contract: *\S/im;

const withoutComments = (statement: string) => statement.replace(/^\s*--.*$/gm, '').trim();

/**
 * The statements of a migration that are not expand-only. Old and new version run side by side
 * during a rollout, and after a rollback the old one runs on the new schema.
 */
export function breachesOf(migration: string): Breach[] {
  return migration.split('--> statement-breakpoint').flatMap((raw) => {
    if (contraction.test(raw)) return [];
    const statement = withoutComments(raw);
    const found = rules.filter(([pattern]) => pattern.test(statement)).map(([, why]) => why);
    if (addsRequiredColumn(statement)) found.push('the previous version does not fill the column');
    return found.map((why) => ({ statement, why }));
  });
}
