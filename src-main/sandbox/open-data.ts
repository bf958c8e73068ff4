import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identificationTables } from './database/identification-tables';
import { platformTables } from './database/platform-tables';
import { smallRecordTables } from './database/small-records';
import { openSqlSession, type SqlSession } from './database/sql-session';
import { SandboxError } from './sandbox-error';
import { keepToken, seedWorld, type WorldChoice } from './seed/seed-world';
import { restoreTwin, twinIn, twinWorld } from './twin/twin-files';

/** An opened data directory; `close` removes it when it was temporary. */
export type OpenData = {
  readonly db: SqlSession;
  readonly path: string;
  /** What the world in it was made of. */
  readonly choice: WorldChoice;
  /** Puts the world back to what it was at first. */
  readonly reseed: () => void;
  readonly close: () => void;
};

const open = (
  dataDir: string | undefined,
): { readonly db: SqlSession; readonly dir: string; readonly path: string } => {
  try {
    const dir = dataDir ?? mkdtempSync(join(tmpdir(), 'tenantry-sandbox-'));
    mkdirSync(dir, { recursive: true });
    const path = join(dir, 'sandbox.db');
    return { db: openSqlSession(path), dir, path };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SandboxError('data_dir_unusable', `Cannot keep data in ${dataDir ?? tmpdir()}: ${reason}`);
  }
};

/** Seeds an empty database; refuses one that holds something else. */
const ensureSeeded = (db: SqlSession, choice: WorldChoice, path: string): void => {
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  if (tables.length === 0) {
    seedWorld(db, choice);
    return;
  }
  const held = tables.some(({ name }) => name === 'meta')
    ? db.first<{ value: string }>("SELECT value FROM meta WHERE key = 'choice'")?.value
    : undefined;
  if (held === JSON.stringify(choice)) {
    db.exec(platformTables);
    db.exec(identificationTables);
    db.exec(smallRecordTables);
    keepToken(db, choice);
    return;
  }
  throw new SandboxError(
    'world_mismatch',
    `${path} holds ${held ?? 'something else'}, not ${JSON.stringify(choice)}. Use another directory, or the same options.`,
  );
};

/**
 * Opens `sandbox.db` in a directory and seeds it when it is new; an existing one goes on where it was left.
 *
 * Throws `SandboxError` `data_dir_unusable` or `world_mismatch`.
 */
export const openData = (dataDir: string | undefined, wanted: WorldChoice): OpenData => {
  const choice = wanted.world === twinWorld ? twinChoice(dataDir) : wanted;
  const { db, dir, path } = open(dataDir);
  const close = (): void => {
    db.close();
    if (dataDir === undefined) rmSync(dir, { recursive: true, force: true });
  };
  try {
    ensureSeeded(db, choice, path);
  } catch (error) {
    close();
    if (error instanceof SandboxError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SandboxError('data_dir_unusable', `Cannot use ${path}: ${reason}`);
  }
  const reseed = (): void => (choice.world === twinWorld ? restoreTwin(db, dir) : seedWorld(db, choice));
  return { db, path, choice, reseed, close };
};

/** A twin is made beforehand: how it was is in its directory. */
const twinChoice = (dataDir: string | undefined): WorldChoice => {
  const held = dataDir === undefined ? undefined : twinIn(dataDir);
  if (held !== undefined) return held;
  throw new SandboxError(
    'unknown_world',
    `${dataDir === undefined ? 'No directory is given that' : `${dataDir} is no directory that`} holds a twin. Make one: tenantry sandbox --from SNAPSHOT --pseudonymise --data DIR.`,
  );
};
