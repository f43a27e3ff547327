import { link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packTree } from '../root.ts';
import { runTool } from '../tool.ts';
import type { Work } from '../work.ts';
import type { LayeredImage } from './oci.ts';

/** What the images inside a node are made of. */
export interface Ingredients {
  /** Folder of the programs of Kubernetes, etcd and CoreDNS. */
  cluster: string;
  /** Folder of the storage provisioner. */
  storage: string;
  /** Tar file of the root with a shell. */
  shell: string;
  /** References that kubeadm will ask for. */
  wanted: readonly string[];
  /** References of the storage provisioner and of the image its volumes are made with. */
  provisioner: string;
  helper: string;
}

const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Writes the layers of every image a node needs to `folder` and describes the images. */
export async function nodeImages(
  parts: Ingredients,
  folder: string,
  work: Work,
): Promise<LayeredImage[]> {
  const layer = (program: string, from = parts.cluster, name = program) =>
    programLayer({ from, program, name, folder, work });
  const images = parts.wanted.map(async (reference): Promise<LayeredImage> => {
    const program = programOf(reference);
    if (program === 'pause') {
      const layers = [await pauseLayer(parts.shell, folder, work)];
      return { reference, layers, config: { Entrypoint: ['/usr/bin/catatonit', '-P'] } };
    }
    if (program === 'kube-proxy') {
      const layers = [parts.shell, await layer(program, parts.cluster, 'kube-proxy-server')];
      return { reference, layers, config: { Env: [path] } };
    }
    const config = { Env: [path], Entrypoint: [`/usr/local/bin/${program}`] };
    return { reference, layers: [await layer(program)], config };
  });
  const provisioner = await layer('local-path-provisioner', parts.storage);
  return [
    ...(await Promise.all(images)),
    { reference: parts.provisioner, layers: [provisioner], config: { Env: [path] } },
    { reference: parts.helper, layers: [parts.shell], config: { Env: [path] } },
  ];
}

/** `registry.k8s.io/coredns/coredns:v1` → `coredns`. */
export function programOf(reference: string): string {
  return (reference.split('/').at(-1) ?? '').replace(/:.*$/, '');
}

interface ProgramLayer {
  from: string;
  program: string;
  name: string;
  folder: string;
  work: Work;
}

async function programLayer({ from, program, name, folder, work }: ProgramLayer): Promise<string> {
  const bin = join(folder, name, 'usr', 'local', 'bin');
  await mkdir(bin, { recursive: true });
  await link(join(from, program), join(bin, name));
  await packTree(join(folder, name), join(folder, `${name}.tar`), work);
  return join(folder, `${name}.tar`);
}

async function pauseLayer(shell: string, folder: string, work: Work): Promise<string> {
  const tree = join(folder, 'pause');
  await mkdir(tree, { recursive: true });
  const args = ['--extract', `--file=${shell}`, `--directory=${tree}`, './usr/bin/catatonit'];
  await runTool('tar', args, { log: work.log, package: 'tar' });
  await packTree(tree, join(folder, 'pause.tar'), work);
  return join(folder, 'pause.tar');
}
