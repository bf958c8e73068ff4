import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { beginToConnect } from '../../e2e/support/connect';
import { launchApp } from '../../qa-kit/launch-app';
import { startService } from '../../qa-kit/service/start-service';
import { type Figure, figure } from '../support/figure';

/** Memberships of Northwind at scale 1. */
const membershipsAtOne = 9_000;
/** A window that is blocked for longer is felt, ms. */
const mostMs = 50;
/** In the trace: the screens of the workspace are there. */
const openMark = 'screens open';

/** What Chromium's tracing tells, as far as it is asked here: times in microseconds, `tdur` of the processor. */
const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number().default(0),
      dur: z.number().default(0),
      tdur: z.number().default(0),
    }),
  ),
});

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
    await app.evaluate(({ contentTracing }) =>
      contentTracing.startRecording({ included_categories: ['toplevel', 'blink.user_timing'] }),
    );
    await beginToConnect(window, service, 'First sync');
    await window.evaluate(untilSynced, openMark);
    await app.evaluate(({ contentTracing }, to) => contentTracing.stopRecording(to), file);
    const tasks = await tasksBehind(file);
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

/** All that the page's main thread did in one go since the screens are there, ms. */
async function tasksBehind(file: string) {
  const { traceEvents } = Trace.parse(JSON.parse(await readFile(file, 'utf8')));
  // Without that moment nothing would count, and the figure would be fine.
  const open = traceEvents.find(({ name }) => name === openMark);
  if (open === undefined) throw new Error('the screens were not seen to be put up');
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) =>
      name.endsWith('RunTask') && pid === open.pid && tid === open.tid && ts > open.ts,
  );
  if (tasks.length === 0) throw new Error('the trace holds no work of the page');
  return tasks.map(({ tdur, dur }) => ({ processor: tdur / 1_000, wall: dur / 1_000 }));
}
