import { docker } from '@todo-chatbot/rollout';
import { beforeAll, expect, test } from 'vitest';
import { pinnedVersion } from '../go-module.ts';
import { produceImage } from '../image.ts';
import { ensureNodeImage, nodeImageReference } from './index.ts';

let image: string;

beforeAll(async () => {
  process.env.TODO_IMAGES = 'packages';
  image = await ensureNodeImage();
});

async function inNode(command: string): Promise<string> {
  const run = ['run', '--rm', '--network=none', '--entrypoint=/bin/bash', image, '-c', command];
  return (await docker(run)).stdout.trim();
}

test('kubelet, kubeadm and kubectl are of the version that kind is told', async () => {
  const version = await pinnedVersion('k8s.io/kubernetes');
  const said = await inNode(
    'cat /kind/version; echo; kubeadm version -o short; kubelet --version; kubectl version --client',
  );
  expect(said.split('\n').slice(0, 4)).toEqual([
    version,
    version,
    `Kubernetes ${version}`,
    `Client Version: ${version}`,
  ]);
});

test('containerd holds every image that kubeadm will ask for, and pauses pods with one of them', async () => {
  // Its database is read as text, because a container without privileges starts no containerd.
  const missing = await inNode(`
    for image in $(kubeadm config images list --kubernetes-version $(cat /kind/version)); do
      grep -aq "$image" /var/lib/containerd/io.containerd.metadata.v1.bolt/meta.db || echo "$image"
    done`);
  expect(missing).toBe('');
  const pause = await inNode(
    'kubeadm config images list --kubernetes-version $(cat /kind/version) | grep pause',
  );
  expect(await inNode('cat /etc/containerd/config.toml')).toContain(`sandbox_image = "${pause}"`);
});

test('the services that make it a node are switched on', async () => {
  const wants = await inNode('ls /etc/systemd/system/multi-user.target.wants');
  expect(wants.split('\n')).toEqual([
    'containerd.service',
    'kubelet.service',
    'undo-mount-hacks.service',
  ]);
});

test('nothing is built when it is there', async () => {
  const reference = await nodeImageReference();
  const refuse = () => Promise.reject(new Error('built again'));
  expect(await produceImage(reference, refuse, {})).toBe(image);
});
