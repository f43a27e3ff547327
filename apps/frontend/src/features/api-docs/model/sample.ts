import type { Schema, Spec } from './openapi';
import { plain } from './schema';

const byName: Record<string, unknown> = {
  title: 'Call Maya',
  name: 'home',
  dueDate: '2026-12-01',
  dueTime: '09:00',
  timeZone: 'Europe/Berlin',
  tags: ['home'],
  notes: '',
  version: 1,
  priority: 'high',
  email: 'maya@example.org',
};

const byFormat: Record<string, unknown> = {
  uuid: '0199f3c2-7d1e-7a4b-9c3d-5e6f7a8b9c0d',
  date: '2026-12-01',
  'date-time': '2026-11-25T09:00:00.000Z',
  email: 'maya@example.org',
  uri: 'https://example.org',
};

const byType: Record<string, unknown> = {
  string: 'text',
  integer: 1,
  number: 1,
  boolean: true,
  null: null,
};

/** How many fields an example shows that need not be there. */
const few = 4;

function sampleObject(schema: Schema, spec: Spec, depth: number): Record<string, unknown> {
  const { properties = {}, required = [] } = schema;
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  // Well-known fields tell more than those that happen to come first.
  const telling = optional.toSorted((a, b) => Number(b in byName) - Number(a in byName));
  const shown = [...required, ...telling.slice(0, Math.max(0, few - required.length))];
  return Object.fromEntries(
    Object.keys(properties)
      .filter((name) => shown.includes(name))
      .map((name) => [name, byName[name] ?? sampleOf(properties[name], spec, depth + 1)]),
  );
}

/** A value that fits a schema and reads like somebody's. */
export function sampleOf(given: Schema | undefined, spec: Spec, depth = 0): unknown {
  const schema = plain(given, spec);
  const { examples, enum: values, anyOf, oneOf, items, properties } = schema;
  if (schema.const !== undefined) return schema.const;
  if (examples?.length) return examples[0];
  if (values?.length) return values[0];
  const choice = (anyOf ?? oneOf)?.find(({ type }) => type !== 'null');
  if (depth > 5) return null;
  if (choice) return sampleOf(choice, spec, depth);
  if (properties) return sampleObject(schema, spec, depth);
  if (items) return [sampleOf(items, spec, depth + 1)];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  return byFormat[schema.format ?? ''] ?? schema.default ?? byType[type ?? ''] ?? {};
}
