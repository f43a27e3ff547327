import type { ImageRecipe } from '../image.ts';

/** The operating system of a node: systemd, containerd, and what kubelet calls. */
export function nodeRootRecipe(): ImageRecipe {
  return {
    name: 'kind-root',
    root: {
      variant: 'minbase',
      packages: [
        'bash',
        'ca-certificates',
        'conntrack',
        'containerd',
        'containernetworking-plugins',
        'dbus',
        'e2fsprogs',
        'ebtables',
        'ethtool',
        'iproute2',
        'iptables',
        'jq',
        'kmod',
        'mount',
        'nftables',
        'procps',
        'runc',
        'socat',
        'systemd',
        'util-linux',
      ],
      hooks: [
        // A node starts containerd and kubelet, and nothing that looks after real hardware.
        'rm -f "$1"/lib/systemd/system/sysinit.target.wants/systemd-tmpfiles-setup.service',
        'rm -f "$1"/lib/systemd/system/*.target.wants/*udev* "$1"/lib/systemd/system/*.target.wants/*initctl*',
        'rm -f "$1"/lib/systemd/system/multi-user.target.wants/* "$1"/etc/systemd/system/*.wants/*',
        'rm -f "$1"/lib/systemd/system/local-fs.target.wants/* "$1"/lib/systemd/system/basic.target.wants/*',
        'echo ReadKMsg=no >> "$1"/etc/systemd/journald.conf',
        'ln -sf /usr/lib/systemd/systemd "$1"/usr/sbin/init',
        'ln -sf /dev/null "$1"/etc/systemd/system/systemd-binfmt.service',
        'mkdir -p "$1"/opt/cni "$1"/etc/kubernetes/manifests && ln -s /usr/lib/cni "$1"/opt/cni/bin',
      ],
    },
    overlays: [],
    config: [
      'ENV container=docker',
      'STOPSIGNAL SIGRTMIN+3',
      'ENTRYPOINT ["/usr/local/bin/entrypoint", "/sbin/init"]',
    ],
  };
}

/** A shell, iptables and a process that only waits: for kube-proxy, volumes and pods' own container. */
export function nodeShellRecipe(): ImageRecipe {
  return {
    name: 'node-shell',
    root: {
      variant: 'extract',
      packages: ['base-files', 'busybox-static', 'catatonit', 'iptables', 'netbase'],
      hooks: ['chroot "$1" /bin/busybox --install -s /usr/bin'],
    },
    overlays: ['node-shell'],
    config: [],
  };
}
