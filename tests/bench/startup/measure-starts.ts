import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { goTo } from '../../e2e/support/connect';
import { type LaunchedApp, launchApp } from '../../qa-kit/launch-app';
import { memberships } from '../reconcile/large-store';
import { type Figure, figure } from '../support/figure';
import { percentile } from '../support/percentile';
import { makeEmptyApp } from './empty-window';
import { makeLargeProfile } from './large-profile';

const beside = 'an empty window';

interface Start {
  /** Until the window has loaded, and the screens of its workspace are there. */
  readonly loaded: number;
  readonly open: number;
  /** From the launch until a row of the table can be clicked, or the empty window has loaded. */
  readonly ms: number;
  /** Of all processes, by what the system keeps of them in memory. */
  readonly megabytes: number;
  /** Of all processes, ms: what other work on the machine changes least. */
  readonly processorMs: number;
}

async function start(
  options: Parameters<typeof launchApp>[0],
  ready: (app: LaunchedApp) => Promise<number>,
): Promise<Start> {
  const begun = performance.now();
  const launched = await launchApp(options);
  const loaded = performance.now() - begun;
  const open = (await ready(launched)) - begun;
  const ms = performance.now() - begun;
  const { kilobytes, seconds } = await launched.app.evaluate(({ app }) => {
    const metrics = app.getAppMetrics();
    return {
      kilobytes: metrics.reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
      seconds: metrics.reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0), 0),
    };
  });
  await launched.quit();
  return { loaded, open, ms, megabytes: kilobytes / 1_024, processorMs: seconds * 1_000 };
}

/**
 * Cold starts to an interactive table of 300,000 memberships, each beside one of an empty window, and beside one that finds nothing
 * of its page compiled yet.
 */
export async function measureStarts(directory: string, rounds: number): Promise<readonly Figure[]> {
  const [profile, empty] = [join(directory, 'profile'), await makeEmptyApp(join(directory, 'empty'))];
  await makeLargeProfile(profile);
  const table = async ({ window }: LaunchedApp): Promise<number> => {
    await window.getByRole('navigation', { name: 'Screens' }).waitFor();
    const open = performance.now();
    await goTo(window, 'Memberships');
    await window.getByRole('row').nth(1).click({ trial: true });
    return open;
  };
  const cold = async (): Promise<Start> => {
    await rm(join(profile, 'Code Cache'), { recursive: true, force: true });
    return start({ userData: profile }, table);
  };
  const starts: { app: Start; empty: Start; first: Start }[] = [];
  for (let round = 0; round < rounds; round += 1)
    starts.push({
      empty: await start({ app: empty, userData: join(directory, `empty-${round}`) }, async () =>
        performance.now(),
      ),
      first: await cold(),
      app: await start({ userData: profile }, table),
    });
  const middle = (of: 'app' | 'empty' | 'first', what: keyof Start): number =>
    percentile(
      starts.map((one) => one[of][what]),
      0.5,
    );
  const took = middle('app', 'ms');
  const ratio = took / middle('empty', 'ms');
  return [
    {
      ...figure(`cold start to a table of ${memberships} memberships`, took, 'ms', {
        beside: {
          [beside]: middle('empty', 'ms'),
          'window loaded': middle('app', 'loaded'),
          'workspace open': middle('app', 'open'),
          'the first start of a version': middle('first', 'ms'),
        },
      }),
      ratio: Math.round(ratio * 100) / 100,
      target: `<= 1.5 times ${beside}`,
      ok: ratio <= 1.5,
    },
    figure('processor time of all its processes until then', middle('app', 'processorMs'), 'ms', {
      beside: {
        [beside]: middle('empty', 'processorMs'),
        'the first start of a version': middle('first', 'processorMs'),
      },
    }),
    figure('memory of all its processes', middle('app', 'megabytes'), 'MB', {
      beside: { [beside]: middle('empty', 'megabytes') },
    }),
  ];
}
