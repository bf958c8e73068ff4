import { join } from 'node:path';
import { goTo, reopen } from '../../e2e/support/connect';
import { launchApp } from '../../qa-kit/launch-app';
import { type Figure, figure } from '../support/figure';
import { tasksBehind } from '../support/window-tasks';

/** A window that is blocked for longer is felt, ms. */
const mostMs = 50;
/** In the trace: scrolling begins. */
const mark = 'scrolling begins';
/** Frames of the wheel down and across, and places that the scroll bar is dragged to. */
const way = { mark, down: 300, across: 80, jumps: 40 };

interface Scrolled {
  /** Rows that were drawn with what they hold, after a jump. */
  readonly rows: number;
  /** ms between a jump and the rows there, on the clock, the longest. */
  readonly wait: number;
}

/** In the page, without functions of its own, which the runner would name: the wheel down and across, then jumps to places all over the list, each until its rows are there. */
async function scroll({ mark, down, across, jumps }: typeof way): Promise<Scrolled> {
  const grid = document.querySelector('[role=grid]');
  if (grid === null) throw new Error('there is no matrix');
  performance.mark(mark);
  for (let turn = 0; turn < down; turn += 1) {
    grid.scrollTop += 160;
    await new Promise(requestAnimationFrame);
  }
  for (let turn = 0; turn < across; turn += 1) {
    grid.scrollLeft += turn < across / 2 ? 160 : -160;
    await new Promise(requestAnimationFrame);
  }
  const told = { rows: 0, wait: 0 };
  for (let turn = 1; turn <= jumps; turn += 1) {
    // All over the list, far from the place before.
    grid.scrollTop = ((turn * 0.618) % 1) * (grid.scrollHeight - grid.clientHeight);
    const from = performance.now();
    await new Promise(requestAnimationFrame);
    while (document.querySelector('[role=grid] [role=rowgroup] [role=row]:not([aria-label])'))
      await new Promise(requestAnimationFrame);
    told.wait = Math.max(told.wait, performance.now() - from);
    told.rows += document.querySelectorAll('[role=grid] [role=rowgroup] [role=row][aria-label]').length;
  }
  return told;
}

/** How long the window works at most in one go while somebody scrolls the matrix of the fleet; `name` of its workspace in `userData`. */
export async function scrollInWindow(
  userData: string,
  name: string,
  applications: number,
): Promise<readonly Figure[]> {
  const { app, window, quit } = await launchApp({ userData });
  try {
    await reopen(window, name);
    await goTo(window, 'Baseline');
    await window.locator('[role=grid] [role=rowgroup] [role=row][aria-label]').first().waitFor();
    let told: Scrolled = { rows: 0, wait: 0 };
    const tasks = await tasksBehind(mark, { app, file: join(userData, 'scrolling.json') }, async () => {
      told = await window.evaluate(scroll, way);
    });
    const longest = (of: 'processor' | 'wall') => Math.max(...tasks.map((task) => task[of]));
    return [
      figure(
        'longest work of the window in one go as its matrix scrolls, processor time',
        longest('processor'),
        'ms',
        {
          most: mostMs,
          beside: {
            applications,
            'on the clock, with what else the machine did': longest('wall'),
            'times over 50 ms': tasks.filter(({ processor }) => processor > mostMs).length,
            tasks: tasks.length,
            'rows drawn behind jumps': told.rows,
            'longest until they were there': told.wait,
          },
        },
      ),
    ];
  } finally {
    await quit();
  }
}
