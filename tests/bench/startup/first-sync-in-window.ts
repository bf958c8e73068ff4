import { join } from 'node:path';
import { connect } from '../../e2e/support/connect';
import { launchApp } from '../../qa-kit/launch-app';
import { startService } from '../../qa-kit/service/start-service';
import { type Figure, figure } from '../support/figure';

/** Memberships of Northwind at scale 1. */
const membershipsAtOne = 9_000;

/** How long the window is blocked at most while a first sync runs behind it. */
export async function firstSyncInWindow(
  directory: string,
  seed: number,
  size: number,
): Promise<readonly Figure[]> {
  const scale = size / membershipsAtOne;
  const data = join(directory, 'service');
  const service = await startService({ world: 'northwind', seed, scale, data, limits: 'none' });
  const { window, quit } = await launchApp({ userData: join(directory, 'first-sync') });
  try {
    // What takes longer than 50 ms in one go; typing the address counts as well.
    await window.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    await connect(window, service as never, 'First sync');
    const tasks = await window.evaluate(
      () => (globalThis as unknown as { longTasks: readonly number[] }).longTasks,
    );
    return [
      figure('longest time that the window is blocked in a first sync', Math.max(0, ...tasks), 'ms', {
        most: 50,
        beside: { memberships: size, 'times over 50 ms': tasks.length },
      }),
    ];
  } finally {
    await quit();
    await service.stop();
  }
}
