import { indexes } from '../database/indexes';
import { platformTables } from '../database/platform-tables';
import { createRandom } from '../database/random';
import type { SqlSession } from '../database/sql-session';
import { tables } from '../database/tables';
import { worlds } from '../world/worlds';
import { seedApplication } from './seed-application';

/** What decides every byte of a world. */
export type WorldChoice = {
  readonly world: string;
  readonly seed: number;
  readonly scale: number;
  /** How many applications a platform has; the world's own number where it is left out. */
  readonly applications?: number;
  /** Unix milliseconds: nothing seeded is younger. */
  readonly anchor: number;
  /** Of a twin: a digest of what it was made of, and how. */
  readonly of?: string;
};

const threeYears = 3 * 365 * 86_400_000;

/** The Platform API token of the workspace that the applications belong to; worlds seeded before there was one get theirs. */
export const keepToken = (db: SqlSession, { world, seed, of = '' }: WorldChoice): void => {
  const token = `plapi_${createRandom(`${world}/${seed}${of}/token`).base62(42)}`;
  db.run('INSERT OR IGNORE INTO platform_tokens VALUES (?)', [token]);
};

/** Drops every table, the newest first: later ones refer to earlier ones. */
const dropAll = (db: SqlSession): void => {
  const names = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid DESC",
  );
  for (const { name } of names) db.exec(`DROP TABLE "${name}"`);
};

/** Replaces the content of the database by what `fill` puts into empty tables, in one transaction. */
export const refill = (db: SqlSession, choice: WorldChoice, fill: () => void): void => {
  db.exec('BEGIN IMMEDIATE');
  try {
    dropAll(db);
    db.exec(tables);
    db.exec(platformTables);
    fill();
    keepToken(db, choice);
    db.exec(indexes);
    db.run("INSERT INTO meta VALUES ('choice', ?), ('minted', '0')", [JSON.stringify(choice)]);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
};

/**
 * Replaces the content of the database by a freshly seeded world, in one transaction.
 *
 * The same choice gives the same rows on every machine. Throws on an unknown world (callers check the name first).
 */
export const seedWorld = (db: SqlSession, choice: WorldChoice): void => {
  const world = worlds.get(choice.world);
  if (world === undefined) throw new Error(`unknown world ${choice.world}`);
  refill(db, choice, () => {
    const stream = `${choice.world}/${choice.seed}`;
    const { anchor } = choice;
    for (const application of world.applications(choice.scale, choice.applications)) {
      const at = { stream, anchor, since: anchor - threeYears };
      seedApplication(
        db,
        application,
        [...new Set([application.environmentType, 'development'] as const)],
        at,
      );
    }
  });
};
