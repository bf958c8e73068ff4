import type { IdentityOptions } from '@main/identity/identity';

/** Waits of a client take no time: the clock that it measures durations by has moved on by as much. */
export function noWaiting(): Required<Pick<IdentityOptions, 'elapsed' | 'sleep'>> {
  let slept = 0;
  return {
    elapsed: () => performance.now() + slept,
    sleep: async (ms) => {
      slept += ms;
    },
  };
}
