import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clockVariable } from '@main/shell/shell-clock';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { languageVariable } from '@shared/language/language';
import { z } from 'zod';
import { electronArguments } from '../../../scripts/electron-arguments';
import { projectRoot } from '../../../scripts/project-root';
import { killProcessTree } from '../../qa-kit/kill-process-tree';
import { temporaryFolder } from './temporary-folder';

/** The packaged executable on Linux. */
export const packagedExecutable = join(projectRoot, 'dist', 'linux-unpacked', 'tenantry');

export interface PackagedApp {
  readonly window: Page;
  readonly userData: string;
  readonly stop: () => Promise<void>;
}

const Targets = z.array(z.object({ type: z.string(), title: z.string() }));

/** Waits for the page behind a debugging port to have its title: Playwright hangs on one met in its first navigation. */
async function loadedPage(host: string): Promise<void> {
  await expect(async () => {
    const targets = Targets.parse(await (await fetch(`http://${host}/json/list`)).json());
    expect(targets).toContainEqual({ type: 'page', title: expect.stringContaining('Tenantry') });
  }).toPass({ timeout: 60_000 });
}

/** The address that Chromium says on stderr; undefined where it says none. */
export const debuggingAddress = (said: string): string | undefined =>
  /DevTools listening on (ws:\S+)/.exec(said)?.[1];

/** The window of an app that was started with a debugging port. */
export async function windowBehind(
  address: string,
): Promise<{ readonly window: Page; readonly browser: Browser }> {
  await loadedPage(new URL(address).host);
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('The packaged app has no window');
  const window = context.pages()[0] ?? (await context.waitForEvent('page'));
  await window.waitForLoadState('load');
  return { window, browser };
}

/**
 * Starts the packaged app. Its fuses forbid `--inspect`, by which Playwright drives an Electron in development, so
 * the window is reached by Chromium's debugging port and main is not reached at all.
 */
export async function launchPackaged(executable = packagedExecutable): Promise<PackagedApp> {
  const userData = await temporaryFolder('profile');
  const child = spawn(
    executable,
    [...electronArguments(), `--user-data-dir=${userData}`, '--remote-debugging-port=0'],
    // A clock that holds no moment: an installed app goes by the machine's, or it would fail at once.
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, [languageVariable]: 'en', [clockVariable]: join(userData, 'none') },
    },
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The packaged app ended with code ${code}`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = debuggingAddress(line);
      if (found) resolve(found);
    });
  });
  const { window, browser } = await windowBehind(address);
  return {
    window,
    userData,
    stop: async () => {
      const ended = once(child, 'exit');
      await browser.close().catch(() => undefined);
      await killProcessTree(child.pid ?? 0);
      await ended;
    },
  };
}
