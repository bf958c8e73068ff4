import type { SqlSession } from '../database/sql-session';
import type { ApplicationSpec } from '../world/world-spec';

/** What every seeding step needs. */
export type SeedContext = {
  readonly db: SqlSession;
  readonly instance: string;
  readonly application: ApplicationSpec;
  /** Prefix of the random streams: the same name seeds the same bytes. */
  readonly stream: string;
  /** The moment the world ends at, in Unix milliseconds: nothing seeded is younger. */
  readonly anchor: number;
};
