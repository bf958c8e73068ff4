import { createFaultRules } from './control/fault-rules';
import { createLatency } from './control/latency';
import { createRateLimiter, type RateLimit } from './control/rate-limiter';
import { createTraces } from './control/traces';
import { createTraffic } from './control/traffic';
import { createLaggingReads } from './database/lagging-reads';
import { type OpenData, openData } from './database/open-data';
import type { SqlSession } from './database/sql-session';
import type { SandboxOptions } from './sandbox-options';
import type { SandboxState } from './sandbox-state';

/** What the service allows a development instance; production is free here, so that tests are fast. */
const developmentLimit: RateLimit = { limit: 100, windowMs: 10_000 };

const ownLimit = (db: SqlSession, instance: string): RateLimit | null =>
  db.first<{ environment_type: string }>('SELECT environment_type FROM instances WHERE id = ?', [instance])
    ?.environment_type === 'development'
    ? developmentLimit
    : null;

/** Opens the data of a sandbox and makes its state. Throws `SandboxError` (see `openData`). */
export const createState = (
  options: SandboxOptions,
  now: () => number,
  availability: SandboxState['availability'],
): { readonly state: SandboxState; readonly data: OpenData } => {
  const { world, seed, scale, anchor, rateLimit } = options;
  const choice = { world, seed, scale, anchor };
  const data = openData(options.dataDir, choice);
  const startingRateLimit = rateLimit ?? 'own';
  const state: SandboxState = {
    choice,
    db: data.db,
    reads: createLaggingReads(data.path, data.db, now),
    faults: createFaultRules(),
    traffic: createTraffic(),
    traces: createTraces(`${world}/${seed}`),
    latency: createLatency(),
    rateLimiter: createRateLimiter(startingRateLimit, (instance) => ownLimit(data.db, instance)),
    startingRateLimit,
    now,
    availability,
  };
  return { state, data };
};
