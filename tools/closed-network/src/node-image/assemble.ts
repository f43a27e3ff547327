import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker } from '@todo-chatbot/rollout';
import { moduleSource, pinnedVersion } from '../go-module.ts';
import { ensureGo } from '../go-toolchain.ts';
import { packTree } from '../root.ts';
import { runTool } from '../tool.ts';
import type { Work } from '../work.ts';
import { nodeImages, programOf } from './images.ts';
import { writeLayout } from './oci.ts';
import { storageManifest } from './storage-manifest.ts';
import { layOutNode } from './tree.ts';

/** Everything a node image is made of. */
export interface NodeParts {
  /** Folders of compiled programs. */
  cluster: string;
  storage: string;
  /** The image of the operating system. */
  root: string;
  /** Tar file of the root with a shell. */
  shell: string;
  kubectl: string;
  /** An empty folder to work in. */
  folder: string;
  /** The name of the finished image. */
  reference: string;
}

const storageModule = 'github.com/rancher/local-path-provisioner';
const helper = 'localhost/todo-base/node-shell:1';

/** Makes the node image of its parts. */
export async function assembleNode(parts: NodeParts, work: Work): Promise<void> {
  const { cluster, storage, shell, folder } = parts;
  const wanted = await wantedImages(cluster);
  const provisioner = `localhost/todo-base/local-path-provisioner:${await pinnedVersion(storageModule)}`;
  const layers = join(folder, 'layers');
  await mkdir(layers);
  const ingredients = { cluster, storage, shell, wanted, provisioner, helper };
  await writeLayout(join(folder, 'layout'), await nodeImages(ingredients, layers, work));
  await packNode(parts, { wanted, provisioner }, work);
  await installAndCommit(parts, work);
}

/** The images that this version's kubeadm starts a cluster with. */
async function wantedImages(cluster: string): Promise<string[]> {
  const version = await pinnedVersion('k8s.io/kubernetes');
  const args = ['config', 'images', 'list', '--kubernetes-version', version];
  const { stdout } = await runTool(join(cluster, 'kubeadm'), args);
  return stdout.split('\n').filter(Boolean);
}

async function packNode(
  { cluster, kubectl, folder }: NodeParts,
  { wanted, provisioner }: { wanted: string[]; provisioner: string },
  work: Work,
): Promise<void> {
  const go = await ensureGo(work);
  const manifest = join(
    await moduleSource(go, storageModule, work),
    'deploy/local-path-storage.yaml',
  );
  const tree = join(folder, 'tree');
  await mkdir(tree);
  await layOutNode(tree, {
    kind: await moduleSource(go, 'sigs.k8s.io/kind', work),
    programs: [...['kubelet', 'kubeadm', 'crictl'].map((name) => join(cluster, name)), kubectl],
    version: await pinnedVersion('k8s.io/kubernetes'),
    pause: wanted.find((reference) => programOf(reference) === 'pause') ?? '',
    storage: storageManifest(await readFile(manifest, 'utf8'), { provisioner, helper }),
  });
  await packTree(tree, join(folder, 'tree.tar'), work);
}

/** Runs in a container of the operating system: its own containerd takes the images in. */
const install = `set -eu
tar --extract --file=/parts/tree.tar --directory=/ --no-same-owner
containerd >/tmp/containerd.log 2>&1 &
for try in $(seq 300); do
  if ctr version >/dev/null 2>&1; then break; fi
  if [ "$try" = 300 ]; then cat /tmp/containerd.log; exit 1; fi
  sleep 0.1
done
tar --create --file=- --directory=/parts/layout . |
  ctr --namespace=k8s.io images import --no-unpack --all-platforms -
kill %1
wait
rm -rf /tmp/* /run/containerd`;

async function installAndCommit(parts: NodeParts, work: Work): Promise<void> {
  const name = parts.reference.replaceAll(/[^\w.-]/g, '-');
  await docker(['rm', '--force', '--volumes', name], { mayFail: true });
  const isolation = ['--network=none', '--security-opt=seccomp=unconfined'];
  const entrypoint = ['--entrypoint=/bin/bash', `--volume=${parts.folder}:/parts:ro`];
  const command = [parts.root, '-c', install];
  try {
    await docker(['run', `--name=${name}`, ...isolation, ...entrypoint, ...command], {
      log: work.log,
      timeout: 300_000,
    });
    const start = '--change=ENTRYPOINT ["/usr/local/bin/entrypoint", "/sbin/init"]';
    await docker(['commit', start, '--change=CMD []', name, parts.reference], { log: work.log });
  } finally {
    await docker(['rm', '--force', '--volumes', name], { mayFail: true });
  }
}
