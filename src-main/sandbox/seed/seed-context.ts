import type { IdPrefix } from '../database/make-id';
import type { Random } from '../database/random';
import type { SmallKind } from '../database/small-records';
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

/** A record to seed: when it was made (ms since 1970), and what it holds. */
export interface SmallSeed {
  readonly at: number;
  readonly data: object;
  readonly changedAt?: number;
}

/** What a small list holds at first. Each has a random stream of its own: a new list moves no other. */
export interface SmallSeeds {
  readonly kind: SmallKind;
  readonly prefix: IdPrefix;
  readonly records: (context: SeedContext, random: Random) => readonly SmallSeed[];
}
