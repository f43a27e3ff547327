import { methods, type Method, type OperationObject, type Schema, type Spec } from './openapi';
import { sampleOf } from './sample';
import { plain, typeWords } from './schema';

/** A parameter or a field of a body. */
export interface Field {
  name: string;
  type: string;
  required: boolean;
  about: string;
}

export interface Answer {
  status: string;
  about: string;
  sample?: string | undefined;
}

/** What can be asked of the API, ready to be shown. */
export interface Operation {
  id: string;
  method: Method;
  path: string;
  title: string;
  about: string;
  /** What proves who asks: an API token will do, only a session, or nothing is needed. */
  access: 'token' | 'session' | 'open';
  parameters: Field[];
  body: Field[];
  /** A body that would be accepted, as JSON. */
  sample?: string | undefined;
  answers: Answer[];
}

export interface Group {
  name: string;
  about: string;
  operations: Operation[];
}

/** What the generator writes where nobody wrote anything. */
const unsaid = 'Default Response';

const json = (value: unknown) => JSON.stringify(value, null, 2);

const bodyOf = (content: Record<string, { schema?: Schema }> | undefined): Schema | undefined =>
  Object.entries(content ?? {}).find(([type]) => /\bjson\b/.test(type))?.[1].schema;

function fieldsOf(given: Schema | undefined, spec: Spec): Field[] {
  const { properties = {}, required = [] } = plain(given, spec);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeWords(schema, spec),
    required: required.includes(name),
    about: schema.description ?? '',
  }));
}

function accessOf({ security = [] }: Pick<Spec, 'security'>, spec: Spec): Operation['access'] {
  const schemes = security
    .flatMap((one) => Object.keys(one))
    .map((name) => spec.components?.securitySchemes?.[name]);
  if (schemes.some((scheme) => scheme?.scheme === 'bearer')) return 'token';
  return schemes.length > 0 ? 'session' : 'open';
}

const titleOf = (operation: OperationObject, path: string): string =>
  operation.summary ?? operation.description?.split(/(?<=\.)\s/)[0] ?? path;

function toOperation(spec: Spec, path: string, method: Method): Operation[] {
  const found = spec.paths[path]?.[method];
  if (!found) return [];
  const body = bodyOf(found.requestBody?.content);
  return [
    {
      id: found.operationId ?? `${method}${path.replace(/[^a-z0-9]+/gi, '-')}`,
      method,
      path,
      title: titleOf(found, path),
      about: found.summary ? (found.description ?? '') : '',
      access: accessOf({ security: found.security ?? spec.security ?? [] }, spec),
      parameters: (found.parameters ?? [])
        .filter(({ in: place }) => place === 'path' || place === 'query')
        .map(({ name, required = false, description, schema = {} }) => ({
          name,
          required,
          type: typeWords(schema, spec),
          about: description ?? plain(schema, spec).description ?? '',
        })),
      body: fieldsOf(body, spec),
      sample: body && json(sampleOf(body, spec)),
      answers: Object.entries(found.responses ?? {}).map(([status, { description, content }]) => {
        const schema = bodyOf(content);
        const sample = schema && json(sampleOf(schema, spec));
        return { status, about: description === unsaid ? '' : (description ?? ''), sample };
      }),
    },
  ];
}

const roomOf = (spec: Spec, { path, method }: Operation): string => {
  const named = spec.paths[path]?.[method]?.tags?.[0];
  return named ?? path.replace(/^\/api\/(?:v\d+\/)?/, '').split('/')[0] ?? '';
};

/** The operations of a document by what they are about, in the order in which it names them. */
export function toGroups(spec: Spec): Group[] {
  const operations = Object.keys(spec.paths).flatMap((path) =>
    methods.flatMap((method) => toOperation(spec, path, method)),
  );
  const groups = Map.groupBy(operations, (operation) => roomOf(spec, operation));
  return [...groups].map(([name, members]) => ({
    name,
    about: spec.tags?.find((tag) => tag.name === name)?.description ?? '',
    operations: members,
  }));
}
