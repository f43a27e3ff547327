/**
 * Debian packages that this project needs on the machine itself.
 * `withoutGo` only matters where no recent enough Go is on PATH.
 */
export const aptPackages = {
  always: ['mmdebstrap', 'debian-archive-keyring', 'uidmap', 'binutils', 'tar'],
  withoutGo: ['python3', 'python3-pip'],
} as const;
