import { join } from 'node:path';
import { beginToConnect } from '../../e2e/support/connect';
import { launchApp } from '../../qa-kit/launch-app';
import { startService } from '../../qa-kit/service/start-service';
import { type Figure, figure } from '../support/figure';
import { tasksBehind } from '../support/window-tasks';

/** Memberships of Northwind at scale 1. */
const membershipsAtOne = 9_000;
/** A window that is blocked for longer is felt, ms. */
const mostMs = 50;
/** In the trace: the screens of the workspace are there. */
const openMark = 'screens open';

/**
 * In the page: marks when the screens are there, and ends when the copy is whole. Nothing is asked from outside meanwhile: the test
 * runner's own questions would count as the window's work.
 */
function untilSynced(openMark: string): Promise<void> {
  return new Promise((resolve) => {
    let open = false;
    const look = setInterval(() => {
      if (!open && document.querySelector('nav[aria-label="Screens"]') !== null) {
        open = true;
        performance.mark(openMark);
      }
      const synced = [...document.querySelectorAll('button')].some(({ textContent }) =>
        textContent.startsWith('Synced'),
      );
      if (!synced) return;
      clearInterval(look);
      resolve();
    }, 20);
  });
}

/** How long the window works at most in one go while a first sync runs behind it. */
export async function firstSyncInWindow(
  directory: string,
  seed: number,
  size: number,
): Promise<readonly Figure[]> {
  const scale = size / membershipsAtOne;
  const data = join(directory, 'service');
  const service = await startService({ world: 'northwind', seed, scale, data, limits: 'none' });
  const { app, window, quit } = await launchApp({ userData: join(directory, 'first-sync') });
  const file = join(directory, 'first-sync.json');
  try {
    const tasks = await tasksBehind(openMark, { app, file }, async () => {
      await beginToConnect(window, service, 'First sync');
      await window.evaluate(untilSynced, openMark);
    });
    const longest = (of: 'processor' | 'wall') => Math.max(0, ...tasks.map((task) => task[of]));
    return [
      figure(
        'longest work of the window in one go in a first sync, processor time',
        longest('processor'),
        'ms',
        {
          most: mostMs,
          beside: {
            memberships: size,
            'on the clock, with what else the machine did': longest('wall'),
            'times over 50 ms': tasks.filter(({ processor }) => processor > mostMs).length,
          },
        },
      ),
    ];
  } finally {
    await quit();
    await service.stop();
  }
}
