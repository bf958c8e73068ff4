import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { electronArguments } from '../../scripts/electron-arguments';
import { electronRuntime } from '../../scripts/electron-runtime';
import { languageVariable } from '../../src-shared/language/language';
import { killProcessTree } from './kill-process-tree';
import type { WindowLanguage } from './options';
import { appFolder } from './places';

export interface LaunchOptions {
  /** The profile. Pass the same again to find the same workspaces. */
  readonly userData: string;
  /** The folder of the built app, the project or the package unless told otherwise. */
  readonly app?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** As of a browser: `de-DE`; the machine's unless told. */
  readonly locale?: string;
  /** What the window speaks, wherever the test runs; English unless told. `pseudo` is English between marks. */
  readonly language?: WindowLanguage;
  /** As `Europe/Berlin`; the machine's unless told. */
  readonly timezoneId?: string;
  /** Further switches, of Chromium say. */
  readonly switches?: readonly string[];
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where videos of the window go; none are made unless told. */
  readonly videos?: string;
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
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const { userData, colorScheme, locale, timezoneId, videos } = options;
  process.env.ELECTRON_OVERRIDE_DIST_PATH = (await electronRuntime()).dist;
  const { app, window } = await start({
    args: [
      ...electronArguments(),
      '--disable-gpu',
      options.app ?? appFolder,
      `--user-data-dir=${userData}`,
      ...(options.switches ?? []),
    ],
    env: {
      ...environment(),
      ...placeOf(options),
      [languageVariable]: options.language ?? 'en',
      ...options.env,
    },
    chromiumSandbox: !electronArguments().includes('--no-sandbox'),
    ...(colorScheme && { colorScheme }),
    ...(locale && { locale }),
    ...(timezoneId && { timezoneId }),
    ...(videos && { recordVideo: { dir: videos } }),
  });
  return { app, window, userData, quit: () => app.close(), kill: () => killTree(app) };
}

/** Electron asks the system for language and time zone: main and engine speak of them, too. */
function placeOf({ locale, timezoneId }: LaunchOptions): Readonly<Record<string, string>> {
  const posix = locale && `${locale.replace('-', '_')}.UTF-8`;
  return {
    ...(posix && { LANG: posix, LC_ALL: posix, LANGUAGE: posix }),
    ...(timezoneId && { TZ: timezoneId }),
  };
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries(set);
}

/** Launches and waits for the loaded window; what hangs on the way is killed. */
async function start(
  settings: NonNullable<Parameters<typeof electron.launch>[0]>,
): Promise<Pick<LaunchedApp, 'app' | 'window'>> {
  const app = await electron.launch({ ...settings, timeout: startMs });
  try {
    const window = await app.firstWindow({ timeout: startMs });
    await window.waitForLoadState('load', { timeout: startMs });
    // The page draws once it knows its language.
    await window.waitForSelector('main', { state: 'attached', timeout: startMs });
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
