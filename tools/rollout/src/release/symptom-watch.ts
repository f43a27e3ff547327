import { isEvent, timesSeen } from './events.ts';
import { newestPods } from './newest-pods.ts';
import { nameOf, type KubeObject, type Workload } from './objects.ts';
import { isDone } from './progress.ts';
import { patienceFor } from './readiness.ts';
import { symptomOf, type Since, type Symptom } from './symptoms.ts';

/** What a workload waits for: the database first, then its migration, then the apps. */
const order = ['StatefulSet', 'Job', 'Deployment'];

/**
 * Says, look by look, whether something has come up that waiting does not cure.
 * What may pass counts only when it stays; what depends on something else is
 * given its time when that is ready.
 */
export function watchSymptoms(deployed: readonly Workload[], given?: number) {
  const patience = new Map(deployed.map((one) => [nameOf(one), patienceFor(one, given)]));
  const unblocked = new Map<string, number>();
  const stays = watchPassing();
  let old: ReadonlyMap<string, number> | undefined;
  return (live: readonly Workload[], all: readonly KubeObject[]): Symptom | undefined => {
    for (const kind of unblockedKinds(live, all)) {
      if (!unblocked.has(kind)) unblocked.set(kind, old === undefined ? 0 : Date.now());
    }
    old ??= countEvents(all);
    const objects = withoutOldEvents(all, old);
    const symptoms = live
      .filter((workload) => !isDone(workload, objects))
      .map((workload) =>
        symptomOf(workload, {
          pods: newestPods(workload, objects),
          objects,
          now: Date.now(),
          patience: patience.get(nameOf(workload)) ?? patienceFor(workload, given),
          since: sinceFor(workload.kind, unblocked),
        }),
      );
    return stays(symptoms.filter((symptom) => symptom !== undefined));
  };
}

function countEvents(objects: readonly KubeObject[]): Map<string, number> {
  return new Map(objects.filter(isEvent).map((one) => [one.metadata.name, timesSeen(one)]));
}

/** What was noted before may be of a version long gone; what still holds is noted again. */
function withoutOldEvents(
  objects: readonly KubeObject[],
  old: ReadonlyMap<string, number>,
): KubeObject[] {
  return objects.filter((one) => !isEvent(one) || old.get(one.metadata.name) !== timesSeen(one));
}

/** The first symptom that counts: at once, or, when it may pass, once it has stayed for long enough. */
function watchPassing(): (symptoms: readonly Symptom[]) => Symptom | undefined {
  // Never forgotten: a container that cannot be made is tried again and again, and looks well between.
  const firstSeen = new Map<string, number>();
  return (symptoms) =>
    symptoms.find(({ pod, what, mayPass = 0 }) => {
      const now = Date.now();
      const since = firstSeen.get(pod ?? what) ?? now;
      firstSeen.set(pod ?? what, since);
      return now - since >= mayPass;
    });
}

function unblockedKinds(live: readonly Workload[], all: readonly KubeObject[]): string[] {
  const open = order.findIndex((kind) =>
    live.some((workload) => workload.kind === kind && !isDone(workload, all)),
  );
  return open < 0 ? order : order.slice(0, open + 1);
}

function sinceFor(kind: string, unblocked: ReadonlyMap<string, number>): Since {
  // An app that finds no schema waits for it, one that finds no database may end.
  const crash = unblocked.get(kind === 'Deployment' ? 'Job' : kind);
  return { crash, unready: unblocked.get(kind) };
}
