import type { Container, PodSpec } from './support.ts';

const volumes = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral'];
volumes.push('persistentVolumeClaim', 'projected', 'secret');

/**
 * What keeps a pod from the `restricted` Pod Security level, and from our own: a read-only
 * root, no token, bounded scratch space.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function violations(pod: PodSpec): string[] {
  const { securityContext: context = {} } = pod;
  const found = [
    (pod.hostNetwork || pod.hostPID || pod.hostIPC) && 'host namespace',
    !context.runAsNonRoot && 'may run as root',
    !context.runAsUser && 'no numeric user, or root',
    context.seccompProfile?.type !== 'RuntimeDefault' && 'no seccomp profile',
    pod.automountServiceAccountToken !== false && 'service account token',
    ...(pod.volumes ?? []).map(volumeViolation),
    ...[...pod.containers, ...(pod.initContainers ?? [])].flatMap(containerViolations),
  ];
  return found.filter((each) => typeof each === 'string');
}

function volumeViolation({ name, ...source }: { name: string; [kind: string]: unknown }) {
  const [kind = 'nothing'] = Object.keys(source);
  if (!volumes.includes(kind)) return `volume ${name} is a ${kind}`;
  const empty = source['emptyDir'] as { sizeLimit?: string } | undefined;
  return empty && !empty.sizeLimit && `volume ${name} has no limit`;
}

function containerViolations({ name, securityContext: context = {} }: Container) {
  return [
    context.privileged && `${name} is privileged`,
    context.allowPrivilegeEscalation !== false && `${name} may gain privileges`,
    !context.capabilities?.drop?.includes('ALL') && `${name} keeps capabilities`,
    (context.capabilities?.add ?? []).length > 0 && `${name} adds capabilities`,
    !context.readOnlyRootFilesystem && `${name} can write its root`,
    (context.runAsUser === 0 || context.runAsNonRoot === false) && `${name} runs as root`,
  ];
}
