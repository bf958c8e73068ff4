import type { LaggingReads } from './database/lagging-reads';
import type { SqlSession } from './database/sql-session';
import type { WorldChoice } from './seed/seed-world';
import type { Clock } from './weather/clock';
import type { FaultRules } from './weather/fault-rules';
import type { Latency } from './weather/latency';
import type { LimitSetting, RateLimiter } from './weather/rate-limiter';
import type { Traces } from './weather/traces';
import type { Traffic } from './weather/traffic';

/**
 * Whether the API answers: `destroyed` cuts its connections while `/_sandbox` still answers on the same port,
 * `refused` closes the port (only the control port answers).
 */
export type Availability = 'up' | 'destroyed' | 'refused';

/** Everything a running sandbox holds; one per server. */
export type SandboxState = {
  readonly choice: WorldChoice;
  /** Puts the data back to what it was at first. */
  readonly reseed: () => void;
  readonly db: SqlSession;
  readonly reads: LaggingReads;
  readonly faults: FaultRules;
  readonly traffic: Traffic;
  readonly latency: Latency;
  readonly rateLimiter: RateLimiter;
  readonly startingLimits: LimitSetting;
  readonly traces: Traces;
  /** Unix milliseconds, as records tell them: may stand still. */
  readonly clock: Clock;
  /** Unix milliseconds as time goes by: limits and lag are measured by it. */
  readonly real: () => number;
  readonly availability: {
    readonly current: Availability;
    /** Resolves when the change is in force. */
    readonly set: (next: Availability) => Promise<void>;
  };
};
