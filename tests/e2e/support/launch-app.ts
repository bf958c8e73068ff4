import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { electronArguments } from '../../../scripts/electron-arguments';
import { electronRuntime } from '../../../scripts/electron-runtime';
import { projectRoot } from '../../../scripts/project-root';
import { killProcessTree } from './kill-process-tree';
import { temporaryFolder } from './temporary-folder';

export interface LaunchOptions {
  /** The profile; a fresh one when missing. Pass the same again to find the same workspaces. */
  readonly userData?: string;
  /** The folder of the built app, the project unless told otherwise. */
  readonly app?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Further switches, of Chromium say. */
  readonly switches?: readonly string[];
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The one window, loaded. */
  readonly window: Page;
  readonly userData: string;
  /** Quits as an admin does: the engine closes its database. */
  quit(): Promise<void>;
  /** SIGKILL to main and all its children at once, as a power cut does. */
  kill(): Promise<void>;
}

/** The longest a start may rest at one step, ms. */
const startMs = 60_000;

/**
 * Starts the built app under the project's Electron runtime and waits for its window. The runtime is handed over in
 * the environment, not as `executablePath`: only for an Electron that Playwright finds itself does it hold back
 * `ready` until it listens. A window that it meets in the middle of its first navigation never counts as loaded.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? (await temporaryFolder('profile'));
  process.env.ELECTRON_OVERRIDE_DIST_PATH = (await electronRuntime()).dist;
  const settings = {
    args: [
      ...electronArguments(),
      '--disable-gpu',
      options.app ?? projectRoot,
      `--user-data-dir=${userData}`,
      ...(options.switches ?? []),
    ],
    chromiumSandbox: !electronArguments().includes('--no-sandbox'),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  };
  const { app, window } = await start(settings);
  return {
    app,
    window,
    userData,
    quit: () => app.close(),
    kill: () => killTree(app),
  };
}

/** Launches and waits for the loaded window; what hangs on the way is killed. */
async function start(
  settings: NonNullable<Parameters<typeof electron.launch>[0]>,
): Promise<Pick<LaunchedApp, 'app' | 'window'>> {
  const app = await electron.launch({ ...settings, timeout: startMs });
  try {
    const window = await app.firstWindow({ timeout: startMs });
    await window.waitForLoadState('load', { timeout: startMs });
    return { app, window };
  } catch (error) {
    await killTree(app);
    throw error;
  }
}

async function killTree(app: ElectronApplication): Promise<void> {
  const { pid } = app.process();
  const closed = app.waitForEvent('close');
  if (pid !== undefined) await killProcessTree(pid);
  await closed;
}
