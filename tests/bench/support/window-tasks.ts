import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';
import { z } from 'zod';

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

/** What a page's main thread did in one go, ms. */
interface Task {
  readonly processor: number;
  /** On the clock, with what else the machine did. */
  readonly wall: number;
}

/**
 * All that the page's main thread did in one go during `work`, since the page set the performance mark `mark`.
 *
 * @param file where the trace is kept
 */
export async function tasksBehind(
  mark: string,
  { app, file }: { readonly app: ElectronApplication; readonly file: string },
  work: () => Promise<unknown>,
): Promise<readonly Task[]> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel', 'blink.user_timing'] }),
  );
  await work();
  await app.evaluate(({ contentTracing }, to) => contentTracing.stopRecording(to), file);
  const { traceEvents } = Trace.parse(JSON.parse(await readFile(file, 'utf8')));
  // Without that moment nothing would count, and the figure would be fine.
  const begun = traceEvents.find(({ name }) => name === mark);
  if (begun === undefined) throw new Error(`the page was not seen to set ${mark}`);
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) =>
      name.endsWith('RunTask') && pid === begun.pid && tid === begun.tid && ts > begun.ts,
  );
  if (tasks.length === 0) throw new Error('the trace holds no work of the page');
  return tasks.map(({ tdur, dur }) => ({ processor: tdur / 1_000, wall: dur / 1_000 }));
}
