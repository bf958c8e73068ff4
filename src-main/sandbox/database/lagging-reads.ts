import { openSqlSession, type SqlSession } from './sql-session';

/** Sessions to read from when reads lag behind writes. */
export interface LaggingReads {
  /** How far reads lag, in milliseconds; 0 switches it off. */
  readonly set: (ms: number) => void;
  readonly current: () => number;
  /** Call just before each write: keeps the state before it. */
  readonly beforeWrite: () => void;
  /** The session that shows the state as of `ms` ago. */
  readonly reader: () => SqlSession;
  /** How many reads were given an old state since the start. */
  readonly stale: () => number;
  readonly close: () => void;
}

const maxSnapshots = 64;

/**
 * Makes lagging reads from WAL snapshots.
 *
 *     writes      w1      w2      w3
 *     snapshots  [s1]    [s2]    [s3]        each holds the state just before its write
 *     read at t: the oldest snapshot whose write is younger than t - lag, else the live state
 *
 * Exact while at most 64 writes fall into the lag; beyond that the surplus writes become visible early.
 */
export const createLaggingReads = (path: string, live: SqlSession, now: () => number): LaggingReads => {
  let lag = 0;
  let stale = 0;
  let snapshots: { readonly at: number; readonly session: SqlSession }[] = [];
  const release = (gone: typeof snapshots): void => {
    for (const { session } of gone) session.close();
  };
  const expire = (): void => {
    const horizon = now() - lag;
    release(snapshots.filter(({ at }) => at <= horizon));
    snapshots = snapshots.filter(({ at }) => at > horizon);
  };
  return {
    set: (ms) => {
      lag = ms;
      expire();
    },
    current: () => lag,
    beforeWrite: () => {
      if (lag === 0) return;
      expire();
      if (snapshots.length >= maxSnapshots) return;
      const session = openSqlSession(path);
      session.exec('BEGIN');
      session.count('SELECT count(*) FROM meta');
      snapshots.push({ at: now(), session });
    },
    reader: () => {
      if (lag === 0) return live;
      expire();
      if (snapshots[0] !== undefined) stale += 1;
      return snapshots[0]?.session ?? live;
    },
    stale: () => stale,
    close: () => {
      release(snapshots);
      snapshots = [];
    },
  };
};
