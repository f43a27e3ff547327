import type { ImageRecipe } from '../image.ts';

/** PostgreSQL 15 that is told what to do like the official image, as uid 70 like its Alpine variant. */
export function postgresRecipe(): ImageRecipe {
  return {
    name: 'postgres',
    root: {
      variant: 'extract',
      packages: [
        'base-files',
        'busybox-static',
        'libc-bin',
        'libnss-wrapper',
        'postgresql-15',
        'tzdata',
      ],
      hooks: [
        // Open to any uid, as in the official image: a tmpfs over them takes their mode.
        'mkdir -p "$1"/var/run/postgresql "$1"/var/lib/postgresql/data',
        'chown -R 70:70 "$1"/var/run/postgresql "$1"/var/lib/postgresql && chmod 3777 "$1"/var/run/postgresql "$1"/var/lib/postgresql/data',
        // The just-in-time compiler is four fifths of the packages; without it the server says so and goes on.
        'rm -rf "$1"/usr/lib/*/libLLVM* "$1"/usr/lib/llvm* "$1"/usr/lib/postgresql/15/lib/llvmjit* "$1"/usr/lib/postgresql/15/lib/bitcode',
        // So is Perl, which only Debian's own scripts around the server use.
        'rm -rf "$1"/usr/share/perl* "$1"/usr/lib/*/perl* "$1"/usr/bin/*perl* "$1"/usr/lib/*/libperl* "$1"/usr/share/postgresql-common',
        'chroot "$1" /bin/busybox --install -s /usr/bin',
      ],
    },
    overlays: ['common', 'postgres'],
    config: [
      'ENV PATH=/usr/lib/postgresql/15/bin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'ENV LANG=C.UTF-8',
      'ENV PGDATA=/var/lib/postgresql/data',
      'VOLUME /var/lib/postgresql/data',
      'EXPOSE 5432',
      'USER 70',
      // With SIGTERM it would wait until the last client has left.
      'STOPSIGNAL SIGINT',
      'ENTRYPOINT ["docker-entrypoint.sh"]',
      'CMD ["postgres"]',
    ],
  };
}
