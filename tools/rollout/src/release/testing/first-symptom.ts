import { namespaced } from '../../kube/kinds.ts';
import { mirror } from '../../kube/mirror.ts';
import type { Pod } from '../objects.ts';
import { apiOf, type Target } from '../target.ts';

/** States through which a container that comes up passes as well. */
const usual = ['ContainerCreating', 'PodInitializing', 'Completed'];

/** Looks at the pods of a trial, on its own, for when a container first shows that it does not come up. */
export async function watchForSymptom(target: Target) {
  const path = namespaced('v1', target.namespace, 'pods');
  const pods = await mirror<Pod>(apiOf(target), [{ kind: 'Pod', path }]);
  let isDone = false;
  let seen: number | undefined;
  const look = async () => {
    while (!isDone && seen === undefined) {
      if (pods.objects().some(isInTrouble)) seen = performance.now();
      await pods.changed(100);
    }
  };
  const looking = look();
  return {
    /** Ends the looking; milliseconds of `performance.now()`, undefined when no container showed anything. */
    end: async (): Promise<number | undefined> => {
      isDone = true;
      await looking;
      pods.end();
      return seen;
    },
  };
}

function isInTrouble({ metadata, status }: Pod): boolean {
  if (metadata.deletionTimestamp) return false;
  return (status.containerStatuses ?? []).some(({ state }) => {
    const reason = state?.waiting?.reason ?? state?.terminated?.reason;
    return reason !== undefined && !usual.includes(reason);
  });
}
