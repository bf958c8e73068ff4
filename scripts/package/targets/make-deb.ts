import { chmod, copyFile, cp, link, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../project-root';
import { run } from '../../run';
import { debianDepends } from '../../system-packages';
import { folderSize } from '../folder-size';
import { debianArchitecture, description, version } from './names';

const installed = 'opt/Tenantry';

const desktopFile = `[Desktop Entry]
Type=Application
Name=Tenantry
Comment=Administer tenants offline-first
Exec=/${installed}/tenantry %U
Icon=tenantry
Terminal=false
StartupWMClass=Tenantry
Categories=Utility;
MimeType=x-scheme-handler/tenantry;
`;

/** Links of tenantry: lead to the app once the desktop has read its file, and no more once it is gone. What people made stays. */
const refresh = `#!/bin/sh
set -e
if command -v update-desktop-database >/dev/null; then
  update-desktop-database -q "$DPKG_ROOT/usr/share/applications" || true
fi
if command -v gtk-update-icon-cache >/dev/null; then
  gtk-update-icon-cache -q -t -f "$DPKG_ROOT/usr/share/icons/hicolor" || true
fi
`;

function control(kilobytes: number): string {
  const [synopsis = '', more = ''] = description.split(': ');
  return `Package: tenantry
Version: ${version}
Architecture: ${debianArchitecture}
Maintainer: Tenantry contributors <tenantry@example.invalid>
Installed-Size: ${kilobytes}
Depends: ${[...debianDepends, 'xdg-utils'].join(', ')}
Section: admin
Priority: optional
Description: ${synopsis}
 ${more.charAt(0).toUpperCase()}${more.slice(1)}
`;
}

/**
 * The unpacked app as a package for Debian and Ubuntu, `tenantry_VERSION_ARCH.deb` in `outDir`, made by `dpkg-deb`; its path. It
 * installs into /opt/Tenantry, with `tenantry` on the path, a desktop file that takes links of `tenantry:`, and icons.
 *
 * @param compress off: stored, for tests
 */
export async function makeDeb(
  app: string,
  outDir: string,
  { compress = true }: { readonly compress?: boolean } = {},
): Promise<string> {
  // Beside the app, since files are linked and not copied.
  const root = await mkdtemp(join(dirname(app), '.deb-'));
  try {
    await layOut(app, root);
    const file = join(outDir, `tenantry_${version}_${debianArchitecture}.deb`);
    const args = ['--root-owner-group', `-Z${compress ? 'xz' : 'none'}`, '--build', root, file];
    const code = await run('dpkg-deb', args);
    if (code !== 0) throw new Error(`dpkg-deb ended with code ${code}`);
    return file;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function layOut(app: string, root: string): Promise<void> {
  await chmod(root, 0o755);
  const at = async (path: string): Promise<string> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    return join(root, path);
  };
  await linkTree(app, await at(installed));
  // By this the app knows how a newer version is put in its place (docs/updates.md).
  await writeFile(join(root, installed, 'resources', 'package-type'), 'deb\n');
  const sandbox = join(root, installed, 'chrome-sandbox');
  await rm(sandbox);
  await copyFile(join(app, 'chrome-sandbox'), sandbox);
  // As Chromium asks for it, where a kernel denies namespaces to users.
  await chmod(sandbox, 0o4755);
  await symlink(`../../${installed}/bin/tenantry`, await at('usr/bin/tenantry'));
  await writeFile(await at('usr/share/applications/tenantry.desktop'), desktopFile);
  for (const icon of await readdir(join(projectRoot, 'resources', 'icons'))) {
    const size = icon.replace('.png', '');
    const to = await at(`usr/share/icons/hicolor/${size}/apps/tenantry.png`);
    await copyFile(join(projectRoot, 'resources', 'icons', icon), to);
  }
  const notices = await at('usr/share/doc/tenantry/copyright');
  await copyFile(join(app, 'LICENSE.tenantry.txt'), notices);
  const size = Math.ceil((await folderSize(root)) / 1024);
  await writeFile(await at('DEBIAN/control'), control(size));
  for (const script of ['postinst', 'postrm'])
    await writeFile(await at(`DEBIAN/${script}`), refresh, { mode: 0o755 });
}

/** The same files under other names: nothing is copied. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true });
    else await link(source, target);
  }
}
