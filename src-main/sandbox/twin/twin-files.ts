import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlSession, type SqlSession } from '../database/sql-session';
import { SandboxError } from '../sandbox-error';
import type { WorldChoice } from '../seed/seed-world';
import type { CopiedWorld } from './copied-world';
import { type LeftOut, seedCopied } from './seed-copied';

/** The world of every twin, as choices and reports name it. */
export const twinWorld = 'twin';

const databaseIn = (directory: string): string => join(directory, 'sandbox.db');
/** As it was made: a reset goes back to it. */
const pristineIn = (directory: string): string => join(directory, 'twin.db');

const choiceIn = (db: SqlSession): WorldChoice | undefined => {
  const held = db.first<{ value: string }>("SELECT value FROM meta WHERE key = 'choice'")?.value;
  return held === undefined ? undefined : (JSON.parse(held) as WorldChoice);
};

/** What came of making a twin: whether it was there already, and what of the copy has no place in it. */
export interface TwinMade {
  readonly isNew: boolean;
  readonly left: readonly LeftOut[];
}

/** What the twin in a data directory was made of; undefined where there is none. */
export function twinIn(directory: string): WorldChoice | undefined {
  if (!existsSync(pristineIn(directory)) || !existsSync(databaseIn(directory))) return undefined;
  const db = openSqlSession(pristineIn(directory));
  try {
    return choiceIn(db);
  } finally {
    db.close();
  }
}

/**
 * Makes the data directory of a twin; one that holds this twin already goes on where it was left.
 *
 * Throws `SandboxError` `world_mismatch` where the directory holds something else.
 */
export function makeTwin(directory: string, world: CopiedWorld): TwinMade {
  const held = twinIn(directory);
  if (held?.of === world.of) return { isNew: false, left: [] };
  if (held !== undefined || existsSync(databaseIn(directory)))
    throw new SandboxError(
      'world_mismatch',
      `${directory} holds another world already. It was left as it is: give another directory.`,
    );
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const db = openSqlSession(databaseIn(directory));
  try {
    const left = seedCopied(
      db,
      { world: twinWorld, seed: 0, scale: 1, anchor: world.at, of: world.of },
      world,
    );
    db.run('VACUUM INTO ?', [pristineIn(directory)]);
    return { isNew: true, left };
  } finally {
    db.close();
  }
}

/** Puts a twin back to what it was when it was made. */
export function restoreTwin(db: SqlSession, directory: string): void {
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  db.run('ATTACH ? AS pristine', [pristineIn(directory)]);
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const { name } of [...tables].reverse()) db.exec(`DELETE FROM main."${name}"`);
    for (const { name } of tables) db.exec(`INSERT INTO main."${name}" SELECT * FROM pristine."${name}"`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  } finally {
    db.exec('DETACH pristine');
  }
}
