import { z } from 'zod';

/** A variable set to nothing counts as not set, as compose files and charts write it. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });

const addresses = z
  .string()
  .default('')
  .transform((list) => list.split(',').flatMap((item) => item.trim() || []));

const schema = z
  .object({
    BACKEND_URL: optional(httpUrl.optional()),
    NEXT_PUBLIC_API_URL: optional(httpUrl.optional()),
    TRUSTED_PROXIES: addresses,
  })
  .transform((vars) => ({
    backendUrl: vars.BACKEND_URL ?? vars.NEXT_PUBLIC_API_URL ?? 'http://localhost:8000',
    trustedProxies: vars.TRUSTED_PROXIES,
  }));

/** What the frontend server is told by its surroundings. */
export type Env = z.infer<typeof schema>;

/** Reads the environment; throws one error that lists every fault by name, never a value. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new Error(`The frontend cannot start: ${faults.join('; ')}.`);
}

let parsed: Env | undefined;

/** The environment of this process, read once. Server side only. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}
