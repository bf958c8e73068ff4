import { join } from 'node:path';
import { connect } from '../../e2e/support/connect';
import { launchApp } from '../../qa-kit/launch-app';
import { startService } from '../../qa-kit/service/start-service';
import { type Figure, figure } from '../support/figure';

/** Memberships of Northwind at scale 1. */
const membershipsAtOne = 9_000;

interface Task {
  /** Since the page began, ms. */
  readonly at: number;
  readonly ms: number;
}
interface Watched {
  /** When the screens of the workspace were there, ms since the page began. */
  open: number;
  readonly tasks: Task[];
}

/** In the page: notes what takes longer than 50 ms in one go, and when the screens are there. */
function watch(): void {
  const watched: Watched = { open: Number.POSITIVE_INFINITY, tasks: [] };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask' });
  const put = new MutationObserver(() => {
    if (document.querySelector('nav[aria-label="Screens"]') === null) return;
    watched.open = performance.now();
    put.disconnect();
  });
  put.observe(document.body, { childList: true, subtree: true });
}

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
    await window.evaluate(watch);
    await connect(window, service as never, 'First sync');
    const { open, tasks } = await window.evaluate(
      () => (globalThis as unknown as { watched: Watched }).watched,
    );
    // Without that moment nothing would count, and the figure would be fine.
    if (!Number.isFinite(open)) throw new Error('the screens were not seen to be put up');
    const longest = (of: readonly Task[]) => Math.max(0, ...of.map(({ ms }) => ms));
    const behind = tasks.filter(({ at }) => at > open);
    return [
      figure('longest time that the window is blocked in a first sync', longest(behind), 'ms', {
        most: 50,
        beside: {
          memberships: size,
          'times over 50 ms': behind.length,
          'longest before, while its screens are put up': longest(tasks.filter(({ at }) => at <= open)),
        },
      }),
    ];
  } finally {
    await quit();
    await service.stop();
  }
}
