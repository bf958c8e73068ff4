import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { electronArguments } from '../../../scripts/electron-arguments';
import { electronRuntime } from '../../../scripts/electron-runtime';
import { withDisplay } from '../../../scripts/with-display';
import type { DexieMeasures } from './dexie-page';

const answerMark = 'DEXIE ';
const longestMs = 20 * 60_000;

/** The main process of the bench's window: loads the page, lets it measure, prints what it says and ends. */
function mainSource(count: number, seed: number): string {
  return `const { app, BrowserWindow } = require('electron');
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: true, webPreferences: { backgroundThrottling: false } });
  window.webContents.on('console-message', (event) => console.error(event.message));
  await window.loadFile('index.html');
  try {
    const measured = await window.webContents.executeJavaScript('measureDexie(${count}, ${seed})');
    process.stdout.write('${answerMark}' + JSON.stringify(measured) + '\\n', () => app.exit(0));
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
});
`;
}

/** Runs the same writes and questions on RxDB's Dexie storage, in a window of the project's Electron. */
export async function measureDexie(count: number, seed: number): Promise<DexieMeasures> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-bench-dexie-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root: import.meta.dirname,
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: join(import.meta.dirname, 'dexie-page.ts'),
          formats: ['iife'],
          name: 'bench',
          fileName: () => 'page.js',
        },
      },
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    await writeFile(join(folder, 'index.html'), '<!doctype html><script src="page.js"></script>');
    await writeFile(join(folder, 'main.js'), mainSource(count, seed));
    await writeFile(join(folder, 'package.json'), '{"name":"bench","version":"1.0.0","main":"main.js"}');
    const output = await withDisplay(() => runElectron(folder));
    const line = output.split('\n').find((text) => text.startsWith(answerMark));
    if (line === undefined) throw new Error(`the Dexie window measured nothing: ${output}`);
    return JSON.parse(line.slice(answerMark.length)) as DexieMeasures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runElectron(folder: string): Promise<string> {
  const { executable } = await electronRuntime();
  const args = [...electronArguments(), folder, `--user-data-dir=${join(folder, 'profile')}`];
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: longestMs });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}
