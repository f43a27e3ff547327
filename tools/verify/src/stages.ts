import { Failure } from '@todo-chatbot/rollout';

/** The stages of `npm test`, in the order they run. */
export const stageNames = [
  'packages',
  'format',
  'lint',
  'types',
  'test',
  'chart',
  'images',
  'browser',
  'compose',
  'cluster',
] as const;

export type StageName = (typeof stageNames)[number];

/**
 * Which stages a call asks for: all, those after `--only`, or all but those
 * after `--without` (comma lists).
 *
 * @throws {Failure} on a name that is not a stage, so that a typing error never
 *   skips a check in silence.
 */
export function selectStages(choice: { only?: string; without?: string }): Set<StageName> {
  const only = parseNames(choice.only) ?? [...stageNames];
  const without = parseNames(choice.without) ?? [];
  return new Set(only.filter((name) => !without.includes(name)));
}

function parseNames(list: string | undefined): StageName[] | undefined {
  return list?.split(',').map((name) => {
    const known = stageNames.find((stage) => stage === name.trim());
    if (known) return known;
    throw new Failure({
      what: `There is no stage called "${name}".`,
      cure: `choose from: ${stageNames.join(', ')}`,
    });
  });
}
