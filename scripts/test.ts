import { buildApp } from './build';
import { checkLint } from './checks/check-lint';
import { checkTypes } from './checks/check-types';
import { runPlaywright } from './checks/run-playwright';
import { runVitest } from './checks/run-vitest';
import { single, type Tally } from './checks/tally';
import { electronRuntime } from './electron-runtime';
import { packageApp } from './package/package-app';
import { ensureSystemPackages } from './system-packages';
import { withDisplay } from './with-display';

/** Every check of the project, in order; all run, whatever fails before. */
const checks: readonly (readonly [name: string, check: () => Promise<Tally>])[] = [
  ['types', checkTypes],
  ['lint', checkLint],
  ['layers, unit, integration, contracts', runVitest],
  ['build', () => buildApp().then(() => single(true))],
  ['package', () => packageApp().then(() => single(true))],
  ['end to end', () => withDisplay(runPlaywright)],
];

const runtime = await electronRuntime();
await ensureSystemPackages(runtime.executable);
process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;

let passed = 0;
let failed = 0;
const failures: string[] = [];
for (const [name, check] of checks) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  const tally = await check().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return single(false);
  });
  passed += tally.passed;
  failed += tally.failed;
  failures.push(...(tally.failures ?? (tally.failed > 0 ? [name] : [])));
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  process.stdout.write(`   ${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s\n`);
}
if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.map((line) => `  ${line}\n`).join('')}`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
