import { writeFile } from 'node:fs/promises';
import { clockVariable } from '@main/shell/shell-clock';
import type { Page } from '@playwright/test';
import { momentOf } from './options';

/** The clock of window, engine and sandbox alike. It stands still until it is moved; waits and time-outs go by the real one. */
export interface TestClock {
  readonly now: () => Date;
  readonly set: (moment: string | number | Date) => Promise<void>;
  /** Moves it on by so much, ms. */
  readonly advance: (ms: number) => Promise<void>;
}

/** A clock, and how a start of the app comes by it. */
export interface KeptClock extends TestClock {
  /** What the app is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Has a new window go by it. */
  readonly govern: (window: Page) => Promise<void>;
}

/**
 * @param start where it stands, ms; null where everything goes by the real time
 * @param file where main and engine read it
 * @param tellService sets the sandbox's
 */
export async function createTestClock(
  start: number | null,
  file: string,
  tellService: (moment: number) => Promise<unknown>,
): Promise<KeptClock> {
  let moment = start ?? 0;
  let window: Page | null = null;
  const move = async (to: number): Promise<void> => {
    if (start === null) throw new Error('With `now: null` all goes by the real time, which cannot be moved');
    moment = to;
    await writeFile(file, String(to));
    await tellService(to);
    if (window && !window.isClosed()) await window.clock.setFixedTime(to);
  };
  if (start !== null) await writeFile(file, String(start));
  return {
    now: () => (start === null ? new Date() : new Date(moment)),
    set: (to) => move(momentOf(to)),
    advance: (ms) => move(moment + ms),
    env: start === null ? {} : { [clockVariable]: file },
    govern: async (of) => {
      window = of;
      if (start !== null) await of.clock.setFixedTime(moment);
    },
  };
}
