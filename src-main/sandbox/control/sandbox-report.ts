import { listApplications } from '../database/list-applications';
import type { Availability, SandboxState } from '../sandbox-state';
import type { WorldChoice } from '../seed/seed-world';
import type { ClockView } from '../weather/clock';
import type { RateLimit } from '../weather/endpoint-limits';
import type { FaultReport } from '../weather/fault-rules';
import type { LatencySetting } from '../weather/latency';
import type { TrafficReport } from '../weather/traffic';

/** Answer of `GET /_sandbox/state`; holds no key. */
export type SandboxReport = {
  readonly choice: WorldChoice;
  readonly availability: Availability;
  readonly clock: ClockView;
  readonly traffic: TrafficReport;
  readonly faults: readonly FaultReport[];
  readonly latency: LatencySetting;
  /** The one limit of all instances; null where each has its own, or none. */
  readonly rateLimit: RateLimit | null;
  /** Whether the limits of endpoints and records hold. */
  readonly endpointLimits: boolean;
  /** Calls refused by any limit. */
  readonly rateLimited: number;
  readonly readLagMs: number;
  /** Reads that were given an old state. */
  readonly staleReads: number;
  /** Answers held back by latency. */
  readonly heldBack: number;
  /** Rows by instance and table, and by kind for small lists. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

const counted = ['organizations', 'users', 'memberships', 'invitations', 'roles', 'permissions'] as const;

const smallCounts = ({ db }: SandboxState, instance: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    db
      .all<{ kind: string; held: number }>(
        'SELECT kind, count(*) AS held FROM small_records WHERE instance = ? GROUP BY kind',
        [instance],
      )
      .map(({ kind, held }) => [kind, held]),
  );

/** Describes a running sandbox. */
export const sandboxReport = (state: SandboxState): SandboxReport => ({
  choice: state.choice,
  availability: state.availability.current,
  clock: state.clock.view(),
  traffic: state.traffic.report(),
  faults: state.faults.report(),
  latency: state.latency.current(),
  rateLimit: state.rateLimiter.current().rateLimit,
  endpointLimits: state.rateLimiter.current().endpointLimits,
  rateLimited: state.rateLimiter.refused(),
  readLagMs: state.reads.current(),
  staleReads: state.reads.stale(),
  heldBack: state.latency.held(),
  rows: Object.fromEntries(
    listApplications(state.db).map(({ instance }) => [
      instance,
      {
        ...Object.fromEntries(
          counted.map((table) => [
            table,
            state.db.count(`SELECT count(*) FROM ${table} WHERE instance = ?`, [instance]),
          ]),
        ),
        ...smallCounts(state, instance),
      },
    ]),
  ),
});
