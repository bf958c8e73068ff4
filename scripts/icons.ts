import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronArguments } from './electron-arguments';
import { electronRuntime } from './electron-runtime';
import { icns } from './icons/icns';
import { ico, type SizedPng } from './icons/ico';
import { projectRoot } from './project-root';
import { run } from './run';
import { withDisplay } from './with-display';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const resources = join(projectRoot, 'resources');
const folder = join(resources, 'icons');

/** Draws resources/icon.svg in every size that a platform wants, with Electron as the renderer. */
const runtime = await electronRuntime();
const app = await mkdtemp(join(tmpdir(), 'tenantry-icons-'));
try {
  const svg = await readFile(join(resources, 'icon.svg'), 'utf8');
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'icons', version: '1.0.0', main: 'main.mjs' }),
  );
  await writeFile(
    join(app, 'main.mjs'),
    await readFile(join(projectRoot, 'scripts', 'icons', 'rasterize.mjs')),
  );
  const env = { ...process.env, TENANTRY_ICONS: JSON.stringify({ svg, sizes, folder }) };
  const code = await withDisplay((display) =>
    run(runtime.executable, [...electronArguments(), app], {
      env: { ...env, DISPLAY: display.name },
      timeout: 60_000,
    }),
  );
  if (code !== 0) throw new Error(`The icons were not drawn: exit code ${code}`);
} finally {
  await rm(app, { recursive: true, force: true });
}
const images: readonly SizedPng[] = await Promise.all(
  sizes.map(async (size) => ({ size, png: await readFile(join(folder, `${size}x${size}.png`)) })),
);
await writeFile(join(resources, 'icon.ico'), ico(images.filter(({ size }) => size <= 256)));
await writeFile(join(resources, 'icon.icns'), icns(images));
