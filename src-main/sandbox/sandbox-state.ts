import type { FaultRules } from './control/fault-rules';
import type { Latency } from './control/latency';
import type { LimitSetting, RateLimiter } from './control/rate-limiter';
import type { Traces } from './control/traces';
import type { Traffic } from './control/traffic';
import type { LaggingReads } from './database/lagging-reads';
import type { SqlSession } from './database/sql-session';
import type { WorldChoice } from './seed/seed-world';

/**
 * Whether the API answers: `destroyed` cuts its connections while `/_sandbox` still answers on the same port,
 * `refused` closes the port (only the control port answers).
 */
export type Availability = 'up' | 'destroyed' | 'refused';

/** Everything a running sandbox holds; one per server. */
export type SandboxState = {
  readonly choice: WorldChoice;
  readonly db: SqlSession;
  readonly reads: LaggingReads;
  readonly faults: FaultRules;
  readonly traffic: Traffic;
  readonly latency: Latency;
  readonly rateLimiter: RateLimiter;
  readonly startingLimits: LimitSetting;
  readonly traces: Traces;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly availability: {
    readonly current: Availability;
    /** Resolves when the change is in force. */
    readonly set: (next: Availability) => Promise<void>;
  };
};
