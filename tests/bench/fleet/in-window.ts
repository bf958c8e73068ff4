import { buildApp } from '../../../scripts/build';
import { electronRuntime } from '../../../scripts/electron-runtime';
import { ensureSystemPackages } from '../../../scripts/system-packages';
import { withDisplay } from '../../../scripts/with-display';
import type { Figure } from '../support/figure';
import { scrollInWindow } from './scroll-in-window';

/** What scrolling comes to in the built app, on a display. */
export async function inWindow(userData: string, name: string, size: number): Promise<readonly Figure[]> {
  await ensureSystemPackages((await electronRuntime()).executable);
  await buildApp();
  const figures: Figure[] = [];
  await withDisplay(async () => void figures.push(...(await scrollInWindow(userData, name, size))));
  return figures;
}
