import { createLaggingReads } from './database/lagging-reads';
import type { SqlSession } from './database/sql-session';
import { type OpenData, openData } from './open-data';
import type { SandboxOptions } from './sandbox-options';
import type { SandboxState } from './sandbox-state';
import { createClock } from './weather/clock';
import type { RateLimit } from './weather/endpoint-limits';
import { createFaultRules } from './weather/fault-rules';
import { createLatency } from './weather/latency';
import { createRateLimiter, type LimitSetting } from './weather/rate-limiter';
import { createTraces } from './weather/traces';
import { createTraffic } from './weather/traffic';

/** What the service allows an instance, by its environment. */
const ownLimits: Readonly<Record<string, RateLimit>> = {
  production: { limit: 1_000, windowMs: 10_000 },
  development: { limit: 100, windowMs: 10_000 },
};

/** Null for a platform, of which nothing is known. */
const ownLimit = (db: SqlSession, instance: string): RateLimit | null => {
  const row = db.first<{ environment_type: string }>('SELECT environment_type FROM instances WHERE id = ?', [
    instance,
  ]);
  return ownLimits[row?.environment_type ?? ''] ?? null;
};

/** Opens the data of a sandbox and makes its state. Throws `SandboxError` (see `openData`). */
export const createState = (
  options: SandboxOptions,
  real: () => number,
  availability: SandboxState['availability'],
): { readonly state: SandboxState; readonly data: OpenData } => {
  const { world, seed, scale, applications, anchor, limits, rateLimit } = options;
  const wanted = { world, seed, scale, anchor, ...(applications !== undefined && { applications }) };
  const data = openData(options.dataDir, wanted);
  const { choice, reseed } = data;
  const startingLimits: LimitSetting = {
    instances: rateLimit ?? (limits === 'own' ? 'own' : null),
    endpoints: limits === 'own',
  };
  const state: SandboxState = {
    choice,
    reseed,
    db: data.db,
    reads: createLaggingReads(data.path, data.db, real),
    faults: createFaultRules(),
    traffic: createTraffic(),
    traces: createTraces(`${world}/${choice.seed}${choice.of ?? ''}`),
    latency: createLatency(),
    rateLimiter: createRateLimiter(startingLimits, (instance) => ownLimit(data.db, instance)),
    startingLimits,
    clock: createClock(real, options.now),
    real,
    availability,
  };
  return { state, data };
};
