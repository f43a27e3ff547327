import type { ImageRecipe } from '../image.ts';

/** An image registry: Debian's docker-registry, on port 5000, its content in /var/lib/registry. */
export function registryRecipe(): ImageRecipe {
  return {
    name: 'registry',
    root: {
      variant: 'extract',
      packages: ['base-files', 'ca-certificates', 'docker-registry'],
      hooks: ['mkdir -p "$1"/var/lib/registry'],
    },
    overlays: ['common', 'registry'],
    config: [
      'ENV PATH=/usr/local/bin:/usr/bin:/bin',
      'VOLUME /var/lib/registry',
      'EXPOSE 5000',
      'ENTRYPOINT ["docker-registry"]',
      'CMD ["serve", "/etc/docker/registry/config.yml"]',
    ],
  };
}
