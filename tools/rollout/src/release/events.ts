import type { KubeObject } from './objects.ts';

/** What the cluster has noted about an object. */
export interface KubeEvent extends KubeObject {
  type?: string;
  reason?: string;
  message?: string;
  /** How often it has happened. */
  count?: number;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count: number; lastObservedTime: string };
  involvedObject: { kind?: string; name?: string; uid?: string };
}

/** The warnings about an object, oldest first. */
export function warningsAbout(object: KubeObject, objects: readonly KubeObject[]): KubeEvent[] {
  return objects
    .filter(isEvent)
    .filter(({ type, involvedObject }) => type === 'Warning' && isAbout(involvedObject, object))
    .sort((a, b) => (stamp(a) < stamp(b) ? -1 : 1));
}

export function isEvent(object: KubeObject): object is KubeEvent {
  return object.kind === 'Event';
}

/** A later object of the same name, such as a StatefulSet's pod, is another one. */
function isAbout({ uid, kind, name }: KubeEvent['involvedObject'], object: KubeObject): boolean {
  if (uid && object.metadata.uid) return uid === object.metadata.uid;
  return kind === object.kind && name === object.metadata.name;
}

/** How often an event has been seen. */
export function timesSeen({ count, series }: KubeEvent): number {
  return series?.count ?? count ?? 1;
}

/** `event FailedMount: configmap "x" not found`: how an event is told. */
export function eventWords({ reason, message }: KubeEvent): string {
  return `event ${reason}: ${message}`;
}

function stamp({ lastTimestamp, eventTime, series, metadata }: KubeEvent): string {
  return lastTimestamp ?? series?.lastObservedTime ?? eventTime ?? metadata.creationTimestamp ?? '';
}
