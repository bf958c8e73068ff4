import { createFaultRules } from './control/fault-rules';
import { createLatency } from './control/latency';
import { createRateLimiter } from './control/rate-limiter';
import { createTraffic } from './control/traffic';
import { createLaggingReads } from './database/lagging-reads';
import { type OpenData, openData } from './database/open-data';
import type { SandboxOptions } from './sandbox-options';
import type { SandboxState } from './sandbox-state';

/** Opens the data of a sandbox and makes its state. Throws `SandboxError` (see `openData`). */
export const createState = (
  options: SandboxOptions,
  now: () => number,
  availability: SandboxState['availability'],
): { readonly state: SandboxState; readonly data: OpenData } => {
  const { world, seed, scale, anchor, rateLimit } = options;
  const choice = { world, seed, scale, anchor };
  const data = openData(options.dataDir, choice);
  const state: SandboxState = {
    choice,
    db: data.db,
    reads: createLaggingReads(data.path, data.db, now),
    faults: createFaultRules(),
    traffic: createTraffic(),
    latency: createLatency(),
    rateLimiter: createRateLimiter(rateLimit),
    startingRateLimit: rateLimit,
    now,
    availability,
  };
  return { state, data };
};
