import type { SandboxState } from '../sandbox-state';
import { seedWorld } from '../seed/seed-world';

/**
 * Puts a sandbox back to its start: no faults, latency, lag or counts, keys valid, and (unless told to keep it) the
 * data as seeded.
 */
export const resetSandbox = (state: SandboxState, data: 'reseed' | 'keep'): void => {
  state.faults.clear();
  state.traffic.clear();
  state.traces.clear();
  state.latency.set({ fixedMs: 0, jitterMs: 0, seed: 1 });
  state.rateLimiter.set(state.startingLimits);
  state.reads.set(0);
  state.db.run('UPDATE secret_keys SET revoked_at = NULL');
  if (data === 'reseed') seedWorld(state.db, state.choice);
};
