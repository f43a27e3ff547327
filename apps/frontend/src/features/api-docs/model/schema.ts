import type { Schema, Spec } from './openapi';

/** A schema as something that can be looked at: references followed, null left aside. */
export function plain(schema: Schema | undefined, spec: Spec): Schema {
  if (!schema) return {};
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return plain(spec.components?.schemas?.[name], spec);
  }
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => plain(part, spec));
    return Object.assign({}, ...parts, {
      properties: Object.assign(
        {},
        ...parts.map((part) => part.properties),
      ) as Schema['properties'],
      required: parts.flatMap((part) => part.required ?? []),
    }) as Schema;
  }
  const choices = (schema.anyOf ?? schema.oneOf)?.filter((choice) => choice.type !== 'null');
  return choices?.length === 1
    ? { ...schema, anyOf: undefined, ...plain(choices[0], spec) }
    : schema;
}

const isNullable = (schema: Schema): boolean =>
  schema.nullable === true ||
  (Array.isArray(schema.type) && schema.type.includes('null')) ||
  (schema.anyOf ?? schema.oneOf ?? []).some((choice) => choice.type === 'null');

const typeOf = ({ type }: Schema) =>
  Array.isArray(type) ? type.filter((one) => one !== 'null').join(' or ') : type;

function bare(schema: Schema, spec: Spec): string {
  const shown = plain(schema, spec);
  if (shown.const !== undefined) return JSON.stringify(shown.const);
  if (shown.enum) return shown.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = shown.anyOf ?? shown.oneOf;
  if (choices) return [...new Set(choices.map((choice) => bare(choice, spec)))].join(' | ');
  if (shown.items) return `list of ${bare(shown.items, spec)}`;
  return shown.format ?? typeOf(shown) ?? 'anything';
}

/** What may stand in a field, in one line: date or null, list of uuid, "low" | "high". */
export const typeWords = (schema: Schema, spec: Spec): string =>
  bare(schema, spec) + (isNullable(schema) ? ' or null' : '');
