import { join } from 'node:path';
import { electronArguments } from './electron-arguments';
import { electronRuntime } from './electron-runtime';
import { projectRoot } from './project-root';
import { run } from './run';
import { ensureSystemPackages, onPath } from './system-packages';
import { withDisplay } from './with-display';

const runtime = await electronRuntime();
await ensureSystemPackages(runtime.executable);
// In a process of its own: the bundler takes half a gigabyte, and would keep it while the app runs.
const built = await run(process.execPath, ['--import', 'tsx', join(projectRoot, 'scripts', 'build.ts')], {
  cwd: projectRoot,
});
if (built !== 0) process.exit(built);
process.exitCode = await withDisplay(async (display) => {
  process.stdout.write(`Tenantry on Electron ${runtime.version}\n`);
  if (display.virtual) {
    process.stdout.write(
      `There is no display here, so the window is on a virtual one, ${display.name}. To look at it:\n` +
        `  npm run tour                    writes pictures of every screen to tour/\n` +
        (await viewerHint(display.name ?? '')) +
        'Ctrl-C ends it.\n',
    );
  }
  return run(runtime.executable, [...electronArguments(), projectRoot, ...process.argv.slice(2)]);
});

/** How to look at a virtual display: what is here, or what would have to be installed, and how where that is known. */
async function viewerHint(name: string): Promise<string> {
  const command = `  x11vnc -display ${name} -localhost    shows this window to a VNC viewer`;
  if (await onPath('x11vnc')) return `${command}\n`;
  const how = (await onPath('apt-get')) ? ': apt-get install x11vnc' : '';
  return `${command} (not installed here${how})\n`;
}
