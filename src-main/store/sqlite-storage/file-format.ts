import { dataOf, isDeep } from './document-data';
import { StoreError } from './store-error';
import type { StoreFile } from './store-file';

/** Stored in `user_version`; raised when the tables below or the meaning of a key column change. */
const FORMAT = 4;

/**
 * What turns format 0, 1, ... into the next: `tallies` counts live documents per facet value, `commits` transactions; documents
 * too deep for SQLite's JSON functions are folded; `searchable` says that the text index is whole, which is built behind the others.
 */
const STEPS: readonly (string | ((file: StoreFile) => void))[] = [
  `
  CREATE TABLE collections (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, layout TEXT NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0, odd TEXT NOT NULL DEFAULT '[]', UNIQUE (name, version)
  );
  CREATE TABLE attachments (
    collection INTEGER NOT NULL, document TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL,
    type TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (collection, document, name)
  );
  CREATE TABLE tallies (
    collection INTEGER NOT NULL, field TEXT NOT NULL, value NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (collection, field, value)
  ) WITHOUT ROWID;
`,
  'CREATE TABLE commits (n INTEGER NOT NULL); INSERT INTO commits VALUES (0)',
  foldDeepDocuments,
  'ALTER TABLE collections ADD COLUMN searchable INTEGER NOT NULL DEFAULT 0; UPDATE collections SET searchable = indexed',
];

/** By collection, the latest schema version that a program knows. */
export type NewestVersions = Readonly<Record<string, number>>;

/**
 * Refuses a file in which a later program has moved a collection on: this one would begin it anew at its own version, and
 * seem to have lost everything.
 *
 * @throws StoreError `newer-format`
 */
export function refuseNewer(file: StoreFile, newest: NewestVersions): void {
  if (file.row("SELECT 1 FROM sqlite_master WHERE name = 'collections'") === undefined) return;
  for (const { name, version } of file.rows('SELECT name, version FROM collections')) {
    if (Number(version) > (newest[String(name)] ?? Number(version)))
      throw new StoreError('newer-format', `${file.path} has ${name} in version ${version}.`);
  }
}

/**
 * Gives a new file its tables, and an older one those it lacks. Document tables are made per collection by `CollectionTable`.
 *
 * @throws StoreError `newer-format` when a later version of this storage wrote the file.
 */
export function migrateFormat(file: StoreFile): void {
  const found = Number(file.value('PRAGMA user_version'));
  if (found > FORMAT) throw new StoreError('newer-format', `${file.path} has format ${found}.`);
  if (found === FORMAT) return;
  file.transaction(() => {
    for (const step of STEPS.slice(found)) {
      if (typeof step === 'string') file.exec(step);
      else step(file);
    }
    file.exec(`PRAGMA user_version = ${FORMAT}`);
  });
}

/** Long documents are looked at once; those of more levels than SQLite takes are written as they are now. */
function foldDeepDocuments(file: StoreFile): void {
  for (const id of file.column('SELECT id FROM collections')) {
    const table = `c${Number(id)}`;
    const long = file.column(`SELECT rid FROM ${table} WHERE length(data) > 1800 AND json_valid(data) = 0`);
    for (const rowId of long) {
      const text = String(file.value(`SELECT data FROM ${table} WHERE rid = ?`, [rowId]));
      if (isDeep(text))
        file.run(`UPDATE ${table} SET data = ? WHERE rid = ?`, [dataOf(JSON.parse(text)), rowId]);
    }
  }
}
