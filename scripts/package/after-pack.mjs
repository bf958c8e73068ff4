import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

const executables = {
  darwin: (context) =>
    join(`${context.packager.appInfo.productFilename}.app`, 'Contents', 'MacOS', 'Tenantry'),
  win32: (context) => `${context.packager.appInfo.productFilename}.exe`,
  linux: (context) => context.packager.executableName,
};

/**
 * Takes the runtime's default app out, and sets every fuse of the packed app to its declared value (docs/security.md); WasmTrapHandlers, which only newer
 * Electrons have, keeps its default.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  if (context.electronPlatformName === 'linux') {
    await rm(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  }
  const executable = executables[context.electronPlatformName];
  await flipFuses(join(context.appOutDir, executable(context)), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}
