import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer as createListener } from 'node:net';
import { join } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { build, createServer, type InlineConfig, mergeConfig } from 'vite';
import { bundleTableWorker } from './bundle-cli';
import { endWithScript, ownGroup } from './children';
import { electronArguments } from './electron-arguments';
import { electronRuntime } from './electron-runtime';
import { projectRoot } from './project-root';
import { ensureSystemPackages } from './system-packages';
import { withDisplay } from './with-display';

/**
 * The app out of the sources, while they are edited: the window is updated in place (Vite), shell and engine are started anew
 * when their code changes. The page keeps its own scheme and, but for what the dev server needs, its policy: docs/csp.md.
 */

process.chdir(projectRoot);
process.env.NODE_ENV_ELECTRON_VITE = 'development';
const runtime = await electronRuntime();
await ensureSystemPackages(runtime.executable);
const { config } = await resolveConfig({ logLevel: 'warn' }, 'serve', 'development');
if (config?.main === undefined || config.preload === undefined || config.renderer === undefined)
  throw new Error('electron.vite.config.ts describes main, preload and renderer');

const host = '127.0.0.1';
const port = await freePort();
const pages = `http://${host}:${port}`;
// The page's own address names no port, so the socket that tells of changes is told where the server is.
const hmr = { host, protocol: 'ws', clientPort: port };
const server = await createServer(
  mergeConfig(config.renderer, { server: { host, port, strictPort: true, hmr } }),
);
await server.listen();

let app: ChildProcess | null = null;
let ended: Promise<number> = Promise.resolve(0);

function start(): void {
  const child = spawn(runtime.executable, [...electronArguments(), projectRoot, ...process.argv.slice(2)], {
    stdio: 'inherit',
    ...ownGroup,
    env: { ...process.env, TENANTRY_DEV_SERVER: pages, NODE_OPTIONS: '--enable-source-maps' },
  });
  endWithScript(child);
  app = child;
  ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  // A person who closes the window is done; a restart is not.
  void ended.then((code) => {
    if (app === child) process.exit(code);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createListener();
    listener.once('error', reject);
    listener.listen(0, host, () => {
      const { port: free } = listener.address() as AddressInfo;
      listener.close(() => resolve(free));
    });
  });
}

/** One profile has one window: the next start waits until the last one has closed its database. */
async function restart(): Promise<void> {
  const last = app;
  app = null;
  last?.kill();
  await ended;
  start();
}

/** Builds, and again whenever a source changes; resolves after the first time. */
function watch(part: InlineConfig, changed: () => void): Promise<void> {
  return new Promise((resolve) => {
    let first = true;
    const plugins = [
      {
        name: 'tenantry:built',
        closeBundle: () => {
          if (first) resolve();
          else changed();
          first = false;
        },
      },
    ];
    void build(mergeConfig(part, { plugins, build: { watch: {}, sourcemap: true } }));
  });
}

await withDisplay(async (display) => {
  await watch(config.preload ?? {}, () => server.ws.send({ type: 'full-reload' }));
  // It lies beside what was built, which is emptied each time.
  const readers = (): Promise<void> => bundleTableWorker(join(projectRoot, 'out', 'main'));
  await watch(config.main ?? {}, () => void readers().then(restart));
  await readers();
  if (display.virtual) process.stdout.write(`There is no display here: the window is on ${display.name}.\n`);
  process.stdout.write(
    `Tenantry on Electron ${runtime.version}, its window from ${pages}. Ctrl-C ends it.\n`,
  );
  start();
  return new Promise(() => undefined);
});
