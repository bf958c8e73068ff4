import { join } from 'node:path';
import { buildApp } from './build';
import { electronRuntime } from './electron-runtime';
import { projectRoot } from './project-root';
import { ensureSystemPackages } from './system-packages';
import { takeRecording } from './tour/take-recording';
import { takeTour } from './tour/take-tour';
import { withDisplay } from './with-display';

const runtime = await electronRuntime();
await ensureSystemPackages(runtime.executable);
await buildApp();
if (process.argv.includes('--recording')) {
  const file = join(projectRoot, 'docs/pictures/a-change.gif');
  const bytes = await withDisplay(() => takeRecording(file));
  process.stdout.write(`\nOpen ${file} (${Math.round(bytes / 1024)} KB)\n`);
  process.exit();
}
const folder = join(projectRoot, 'tour');
const failures = await withDisplay(() => takeTour(folder));
process.stdout.write(`\nOpen ${join(folder, 'index.html')}\n`);
for (const failure of failures) process.stderr.write(`Not shown: ${failure}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
