import { Failure } from '@todo-chatbot/rollout';
import type { Instance, ProviderChoice } from '../instance.ts';
import { findProgram } from '../programs.ts';
import { readRecord } from '../state.ts';
import { contextProvider } from './context.ts';
import { kindProvider } from './kind.ts';
import { minikubeProvider } from './minikube.ts';
import type { Provider } from './provider.ts';

/**
 * The provider of an instance: what its cluster was made with; for a new one
 * what `TODO_CLUSTER` names; else minikube where it is installed, else kind.
 *
 * @throws {Failure} when `TODO_CLUSTER` contradicts the cluster that is there, or minikube is missing.
 */
export function selectProvider(instance: Instance): Provider {
  const choice = chooseProvider(instance, {
    made: readRecord(instance)?.provider,
    minikube: findProgram('minikube') !== undefined,
  });
  if (choice.name === 'context') return contextProvider(instance, choice.context ?? '');
  return choice.name === 'minikube' ? minikubeProvider(instance) : kindProvider(instance);
}

/** The decision alone. */
export function chooseProvider(
  { name, choice }: Pick<Instance, 'name' | 'choice'>,
  found: { made: ProviderChoice | undefined; minikube: boolean },
): ProviderChoice {
  const { made } = found;
  if (made && choice && describe(made) !== describe(choice)) {
    throw new Failure({
      what: `The cluster ${name} runs on ${describe(made)}, not on ${describe(choice)} as TODO_CLUSTER says.`,
      cure: `npm stop first (its data goes with it), or keep both: TODO_INSTANCE=<another name> with ports of its own`,
    });
  }
  const chosen = made ?? choice ?? { name: found.minikube ? 'minikube' : 'kind' };
  if (chosen.name === 'minikube' && !found.minikube) {
    throw new Failure({
      what: 'minikube is not installed.',
      cure: 'install it (minikube.sigs.k8s.io/docs/start), or unset TODO_CLUSTER to use kind',
    });
  }
  return chosen;
}

export function describe({ name, context }: ProviderChoice): string {
  return context ? `context:${context}` : name;
}
