import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../scripts/build';
import { electronRuntime } from '../../scripts/electron-runtime';
import { ensureSystemPackages } from '../../scripts/system-packages';
import { withDisplay } from '../../scripts/with-display';
import { firstSyncInWindow } from './startup/first-sync-in-window';
import { measureStarts } from './startup/measure-starts';
import { soak } from './startup/soak';
import type { Figure } from './support/figure';

interface Options {
  readonly seed: number;
  /** Memberships that the first sync copies behind the window. */
  readonly size?: number;
  /** Eight simulated hours of work instead of two, and nine starts instead of three. */
  readonly long?: boolean;
  /** `starts`, `first-sync`, `soak`; all of them when missing or empty. */
  readonly only?: readonly string[];
}

/** The built app beside an empty window: cold start and memory; the window during a first sync; the engine after hours of work. */
export async function run({ seed, size = 20_000, long = false, only = [] }: Options) {
  const wanted = (part: string): boolean => only.length === 0 || only.includes(part);
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-startup-'));
  const figures: Figure[] = [];
  try {
    if (wanted('starts') || wanted('first-sync')) {
      await ensureSystemPackages((await electronRuntime()).executable);
      await buildApp();
      await withDisplay(async () => {
        if (wanted('starts')) figures.push(...(await measureStarts(directory, long ? 9 : 3)));
        if (wanted('first-sync')) figures.push(...(await firstSyncInWindow(directory, seed, size)));
      });
    }
    if (wanted('soak')) figures.push(...(await soak(directory, seed, long ? 8 : 2)));
    return { figures };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
