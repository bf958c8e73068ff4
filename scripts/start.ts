import { buildApp } from './build';
import { electronArguments } from './electron-arguments';
import { electronRuntime } from './electron-runtime';
import { projectRoot } from './project-root';
import { run } from './run';
import { ensureSystemPackages } from './system-packages';
import { withDisplay } from './with-display';

const runtime = await electronRuntime();
await ensureSystemPackages(runtime.executable);
await buildApp();
process.exitCode = await withDisplay((display) => {
  process.stdout.write(`Tenantry on Electron ${runtime.version}\n`);
  if (display.virtual) {
    process.stdout.write(
      `There is no display here, so the window is on a virtual one, ${display.name}. To look at it:\n` +
        `  npm run tour                    writes pictures of every screen to tour/\n` +
        `  x11vnc -display ${display.name} -localhost    shows this window to a VNC viewer\n` +
        'Ctrl-C ends it.\n',
    );
  }
  return run(runtime.executable, [...electronArguments(), projectRoot, ...process.argv.slice(2)]);
});
