import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { electronArguments } from '../../../scripts/electron-arguments';
import { projectRoot } from '../../../scripts/project-root';
import { killProcessTree } from './kill-process-tree';

/** The packaged executable on Linux. */
export const packagedExecutable = join(projectRoot, 'dist', 'linux-unpacked', 'tenantry');

export interface PackagedApp {
  readonly window: Page;
  readonly userData: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the packaged app. Its fuses forbid `--inspect`, by which Playwright drives an Electron in development, so
 * the window is reached by Chromium's debugging port and main is not reached at all.
 */
export async function launchPackaged(): Promise<PackagedApp> {
  const userData = await mkdtemp(join(tmpdir(), 'tenantry-profile-'));
  const child = spawn(
    packagedExecutable,
    [...electronArguments(), `--user-data-dir=${userData}`, '--remote-debugging-port=0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The packaged app ended with code ${code}`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('The packaged app has no window');
  const window = context.pages()[0] ?? (await context.waitForEvent('page'));
  await window.waitForLoadState('load');
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
