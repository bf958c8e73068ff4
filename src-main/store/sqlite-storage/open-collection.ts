import type { CollectionLayout } from './collection-layout';
import { CollectionTable } from './collection-table';
import type { StoreFile } from './store-file';

function create(file: StoreFile, name: string, version: number, layout: CollectionLayout): number {
  file.run('INSERT INTO collections (name, version, layout) VALUES (?, ?, ?)', [
    name,
    version,
    JSON.stringify(layout),
  ]);
  const id = Number(file.value('SELECT last_insert_rowid()'));
  const keys = layout.fields.map((field) => `, ${field.column}`).join('');
  file.exec(`CREATE TABLE c${id} (
    rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, deleted INTEGER NOT NULL,
    lwt REAL NOT NULL${keys}, data TEXT NOT NULL)`);
  return id;
}

/** Opens the table of a collection at a schema version, making it when it is not there yet. */
export function openCollection(
  file: StoreFile,
  name: string,
  version: number,
  layout: CollectionLayout,
): CollectionTable {
  const stored = file.row('SELECT id, layout, indexed, odd FROM collections WHERE name = ? AND version = ?', [
    name,
    version,
  ]);
  if (stored === undefined) {
    const id = file.transaction(() => create(file, name, version, layout));
    return new CollectionTable(file, id, layout, { odd: [], indexed: false });
  }
  return new CollectionTable(file, Number(stored.id), layout, {
    odd: JSON.parse(String(stored.odd)) as readonly string[],
    indexed: stored.indexed === 1,
  });
}
