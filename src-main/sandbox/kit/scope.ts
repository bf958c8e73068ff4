import type { IdPrefix } from '../database/make-id';
import type { SmallKind } from '../database/small-records';
import type { SqlSession } from '../database/sql-session';

/** A change that a call made; `mark` is what identifies the record to a person (slug, e-mail, pair of ids). */
export type Effect = {
  readonly entity:
    | 'organization'
    | 'membership'
    | 'invitation'
    | 'role'
    | 'permission'
    | 'user'
    | 'session'
    | 'settings'
    | 'application'
    | 'config'
    | 'domain'
    | SmallKind;
  readonly verb: 'create' | 'update' | 'delete';
  readonly id: string;
  readonly mark: string;
};

/** What an operation works in: one instance, the session to read from, and the ways to make things. */
export type Scope = {
  readonly instance: string;
  /** Reads may lag behind (see read lag); writes always see the newest state. */
  readonly db: SqlSession;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly mint: (prefix: IdPrefix) => string;
  /** Called inside the transaction, before the first change. */
  readonly beforeWrite: () => void;
  /** Called after the transaction was committed. */
  readonly recordEffect: (effect: Effect) => void;
};
