import type { GoModule } from './go-module.ts';

/** Programs that one `go build` makes together. */
export interface GoGroup {
  module: GoModule;
  /** Told to a person while it compiles. */
  title: string;
  /** The name each program gets → the package it is built from. */
  programs: Readonly<Record<string, string>>;
  /** Linker variables, as `package.Name` → value; `{module}` stands for the version go.mod pins. */
  variables?: Readonly<Record<string, string>>;
}

const kubernetes = {
  'k8s.io/component-base/version.gitVersion': '{k8s.io/kubernetes}',
  'k8s.io/component-base/version.gitTreeState': 'archive',
};

/** Everything that is compiled here, by group. */
export const goGroups = {
  cluster: {
    module: 'go',
    title: 'Kubernetes',
    programs: {
      'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
      'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
      'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
      'kube-proxy': 'k8s.io/kubernetes/cmd/kube-proxy',
      kubelet: 'k8s.io/kubernetes/cmd/kubelet',
      kubeadm: 'k8s.io/kubernetes/cmd/kubeadm',
      etcd: 'go.etcd.io/etcd/server/v3',
      coredns: './coredns',
      crictl: 'sigs.k8s.io/cri-tools/cmd/crictl',
    },
    variables: kubernetes,
  },
  // On its own: it spells a module's name in another case, and Go refuses both in one build.
  storage: {
    module: 'go',
    title: 'the storage provisioner',
    programs: { 'local-path-provisioner': 'github.com/rancher/local-path-provisioner' },
  },
  kind: { module: 'go', title: 'kind', programs: { kind: 'sigs.k8s.io/kind' } },
  metrics: {
    module: 'go',
    title: 'metrics-server',
    programs: { 'metrics-server': 'sigs.k8s.io/metrics-server/cmd/metrics-server' },
  },
  kubectl: {
    module: 'go',
    title: 'kubectl',
    programs: { kubectl: 'k8s.io/kubernetes/cmd/kubectl' },
    variables: kubernetes,
  },
  helm: { module: 'go-tools', title: 'helm', programs: { helm: 'helm.sh/helm/v4/cmd/helm' } },
  'helm-docs': {
    module: 'go-tools',
    title: 'helm-docs',
    programs: { 'helm-docs': 'github.com/norwoodj/helm-docs/cmd/helm-docs' },
    variables: { 'main.version': '{github.com/norwoodj/helm-docs}' },
  },
  kubeconform: {
    module: 'go-tools',
    title: 'kubeconform',
    programs: { kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform' },
    variables: { 'main.version': '{github.com/yannh/kubeconform}' },
  },
  gitleaks: {
    module: 'go-tools',
    title: 'gitleaks',
    programs: { gitleaks: 'github.com/zricethezav/gitleaks/v8' },
    variables: {
      'github.com/zricethezav/gitleaks/v8/version.Version': '{github.com/zricethezav/gitleaks/v8}',
    },
  },
  'docker-compose': {
    module: 'go-compose',
    title: 'docker compose',
    programs: { 'docker-compose': 'github.com/docker/compose/v2/cmd' },
    variables: {
      'github.com/docker/compose/v2/internal.Version': '{github.com/docker/compose/v2}',
    },
  },
} as const satisfies Record<string, GoGroup>;

export type GoGroupName = keyof typeof goGroups;
