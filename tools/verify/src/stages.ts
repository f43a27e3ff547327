import { Failure } from '@todo-chatbot/rollout';

/**
 * The steps of `npm test`, in the order they run. A step has lists that run beside each other, and
 * the stages of a list run one after another: a cluster mostly waits for itself, and the cores are
 * free for what only computes. Nothing that makes containers runs beside the cluster: each brings a
 * network interface, and a browser gives up its requests whenever one comes or goes.
 */
const steps = [
  [['packages']],
  [['format', 'lint', 'types', 'test', 'chart'], ['cluster']],
  [['images', 'browser', 'compose']],
] as const;

export type StageName = (typeof steps)[number][number][number];

/** The stages of `npm test`. */
export const stageNames: readonly StageName[] = steps.flat(2);

/** The steps that are left when only the selected stages run. */
export function planSteps(selected: ReadonlySet<StageName>): StageName[][][] {
  return steps.map((lists) => lists.map((list) => list.filter((name) => selected.has(name))));
}

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
