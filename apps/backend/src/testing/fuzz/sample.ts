import { z } from 'zod';

/** As much of a JSON Schema as samples are made from. */
interface Form {
  const?: unknown;
  enum?: unknown[];
  anyOf?: Form[];
  oneOf?: Form[];
  type?: string;
  format?: string;
  minimum?: number;
  minItems?: number;
  items?: Form;
  required?: string[];
  properties?: Record<string, Form>;
}

/** The form in which a schema takes its input. */
export function formOf(schema: unknown): Form {
  if (!(schema instanceof z.ZodType)) throw new Error('This is no zod schema.');
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Form;
}

const byFormat: Record<string, string> = {
  uuid: '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11',
  date: '2026-11-25',
  'date-time': '2026-11-25T08:00:00.000Z',
  email: 'ada@example.org',
};

function sampleObject({ properties = {}, required = [] }: Form): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})]));
}

/** The smallest value of a form. */
function sampleOf(form: Form): unknown {
  if (form.const !== undefined) return form.const;
  if (form.enum) return form.enum[0];
  const either = form.anyOf ?? form.oneOf;
  if (either?.[0]) return sampleOf(either[0]);
  if (form.type === 'object') return sampleObject(form);
  if (form.type === 'array') return form.minItems ? [sampleOf(form.items ?? {})] : [];
  if (form.type === 'integer' || form.type === 'number') return Math.max(1, form.minimum ?? 1);
  if (form.type === 'boolean') return true;
  return byFormat[form.format ?? ''] ?? 'word';
}

/** What a schema lacks by its form alone, where rules between fields want more. */
const wanted: Record<string, object> = {
  title: { title: 'another' },
  timeZone: { timeZone: 'Europe/Berlin' },
};

/**
 * A value that a schema takes, made from the schema itself. Throws when that does not succeed:
 * then this file has to learn the new form.
 */
export function legalValue(schema: unknown): Record<string, unknown> {
  const form = formOf(schema);
  const plain = sampleObject(form);
  const tries = [plain, ...Object.values(wanted).map((more) => ({ ...plain, ...more }))];
  const patched = tries.concat(
    Object.entries(plain).flatMap(([name, value]) => {
      if (typeof value !== 'object' || value === null) return [];
      const [first] = [value].flat() as object[];
      const another = { ...first, title: 'another' };
      return [{ ...plain, [name]: Array.isArray(value) ? [another] : another }];
    }),
  );
  const legal = patched.find((value) => (schema as z.ZodType).safeParse(value).success);
  if (!legal) throw new Error(`No sample fits the schema ${JSON.stringify(form).slice(0, 400)}.`);
  return legal;
}
