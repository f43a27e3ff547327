import { engineExec, Failure, lastLines } from '@todo-chatbot/rollout';

/**
 * Pulls an image on a node and gives it the name that pods use. The runtime
 * notices a new name by an event: waits until it says so itself, with the id.
 * A pull that shows its progress looks at it every tenth of a second and ends
 * with such a look; with --debug it shows none.
 */
const pullScript = `
ctr --debug -n k8s.io images pull --plain-http "$1" >&2
ctr -n k8s.io images tag --force "$1" "$2" >&2
ctr -n k8s.io images rm "$1" >&2
looks=0
until crictl inspecti --output json "$2" 2>/dev/null || [ "$looks" -ge 250 ]; do
  looks=$((looks + 1))
  sleep 0.02
done
`;

/** The name by which containerd keeps `app:tag`. */
export function fullName(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  if (rest.length === 0) return `docker.io/library/${reference}`;
  return /[.:]|^localhost$/.test(first) ? reference : `docker.io/${reference}`;
}

/** The id of an image as the node's container runtime tells it. */
export async function imageIdOn(node: string, reference: string): Promise<string | undefined> {
  const command = ['crictl', 'inspecti', '--output', 'json', fullName(reference)];
  const { stdout, exitCode } = await engineExec(node, command);
  return exitCode === 0 ? parseImageId(stdout) : undefined;
}

/** The ids of all images of a node, by their full names. */
export async function imageIdsOn(node: string): Promise<Map<string, string>> {
  return parseImageIds(await imagesOn(node));
}

/** Reads the answer of `crictl inspecti`, which is empty for an image that it does not know. */
export function parseImageId(json: string): string | undefined {
  const id = (JSON.parse(json || '{}') as { status?: { id?: string } }).status?.id;
  return id && withAlgorithm(id);
}

/** Reads the answer of `crictl images`. */
export function parseImageIds(json: string): Map<string, string> {
  const named = parseImages(json).flatMap(({ id, repoTags }) =>
    (repoTags ?? []).map((name) => [name, withAlgorithm(id)] as const),
  );
  return new Map(named);
}

const withAlgorithm = (id: string) => (id.includes(':') ? id : `sha256:${id}`);

/** The digests of all that a node has of images, so that one can tell later what moved. */
export async function contentOn(node: string): Promise<string[]> {
  const { stdout } = await engineExec(node, ['ctr', '-n', 'k8s.io', 'content', 'ls', '-q']);
  return stdout.split('\n').filter(Boolean);
}

/** Pulls from a registry that the node reaches by name, and answers the id that its runtime then tells. */
export async function pullOn(
  node: string,
  registry: string,
  reference: string,
): Promise<string | undefined> {
  const names = [`${registry}/${reference}`, fullName(reference)];
  const { stdout, stderr, exitCode } = await engineExec(node, [
    ...['sh', '-ec', pullScript, 'pull'],
    ...names,
  ]);
  if (exitCode === 0) return parseImageId(stdout);
  throw new Failure({
    what: `${node} could not pull ${reference} from ${registry}.`,
    cure: 'npm start (it brings node and registry back), then the same command again',
    tail: lastLines(withoutDebug(stderr)),
  });
}

/** What `ctr --debug` says, but for what it says of every step. */
export const withoutDebug = (log: string): string =>
  log.replaceAll(/^time=.* level=debug .*\n/gm, '');

/** Removes a repository's images from a node, but for the tags that are needed. */
export async function pruneOn(
  node: string,
  repository: string,
  needed: ReadonlySet<string>,
): Promise<void> {
  const stale = staleReferences(await imagesOn(node), repository, needed);
  if (stale.length > 0) await engineExec(node, ['crictl', 'rmi', ...stale]);
}

/** The tags of a repository on a node. */
export async function listTagsOn(node: string, repository: string): Promise<string[]> {
  return parseTags(await imagesOn(node), repository);
}

async function imagesOn(node: string): Promise<string> {
  return (await engineExec(node, ['crictl', 'images', '--output', 'json'])).stdout;
}

/** Reads from the answer of `crictl images` which references of a repository nobody needs. */
export function staleReferences(
  json: string,
  repository: string,
  needed: ReadonlySet<string>,
): string[] {
  return parseTags(json, repository)
    .filter((tag) => !needed.has(tag))
    .map((tag) => fullName(`${repository}:${tag}`));
}

function parseTags(json: string, repository: string): string[] {
  const start = fullName(`${repository}:`);
  return parseImages(json)
    .flatMap(({ repoTags }) => repoTags ?? [])
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length));
}

function parseImages(json: string): { id: string; repoTags?: string[] | null }[] {
  return (JSON.parse(json) as { images?: ReturnType<typeof parseImages> }).images ?? [];
}
