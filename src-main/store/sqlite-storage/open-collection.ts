import type { CollectionLayout, ComputedFields } from './collection-layout';
import { CollectionTable } from './collection-table';
import { documentOf } from './document-data';
import { RowWriter } from './row-writer';
import type { StoreFile } from './store-file';

const COPY_BATCH = 5000;

/** Which collection, at which schema version, with which layout. */
export interface CollectionToOpen {
  readonly name: string;
  readonly version: number;
  readonly layout: CollectionLayout;
  readonly computed?: ComputedFields;
}

/** No column types: SQLite would convert what it is compared with ('5' to 5), and RxDB does not. */
function createTable(file: StoreFile, name: string, layout: CollectionLayout): void {
  const keys = layout.fields.map((field) => `, ${field.column}`).join('');
  file.exec(`CREATE TABLE ${name} (
    rid INTEGER PRIMARY KEY, id NOT NULL UNIQUE, rev NOT NULL, deleted NOT NULL, lwt NOT NULL${keys},
    data NOT NULL)`);
}

function create(file: StoreFile, { name, version, layout }: CollectionToOpen): CollectionTable {
  return file.transaction(() => {
    file.run('INSERT INTO collections (name, version, layout) VALUES (?, ?, ?)', [
      name,
      version,
      JSON.stringify(layout),
    ]);
    const id = Number(file.value('SELECT last_insert_rowid()'));
    createTable(file, `c${id}`, layout);
    return new CollectionTable(file, id, layout, { odd: [], indexed: false, searchable: false });
  });
}

/** Writes every document anew under another layout: other indexes, text fields, facets or computed fields. */
function rebuild(file: StoreFile, id: number, { layout, computed }: CollectionToOpen): CollectionTable {
  return file.transaction(() => {
    const old = `c${id}_old`;
    file.exec(`ALTER TABLE c${id} RENAME TO ${old}; DROP TABLE IF EXISTS c${id}_text`);
    createTable(file, `c${id}`, layout);
    file.run('DELETE FROM tallies WHERE collection = ?', [id]);
    file.run(`UPDATE collections SET layout = ?, indexed = 0, searchable = 0, odd = '[]' WHERE id = ?`, [
      JSON.stringify(layout),
      id,
    ]);
    const table = new CollectionTable(file, id, layout, { odd: [], indexed: false, searchable: false });
    const writer = new RowWriter(table);
    for (let after = 0; ; ) {
      const rows = file.rows(`SELECT rid, data FROM ${old} WHERE rid > ? ORDER BY rid LIMIT ?`, [
        after,
        COPY_BATCH,
      ]);
      for (const { data } of rows) {
        const document = documentOf<Record<string, unknown>>(data);
        const written = document._deleted ? document : { ...document, ...computed?.of(document) };
        writer.insert(String(document[layout.primary]), written);
      }
      if (rows.length < COPY_BATCH) break;
      after = Number(rows.at(-1)?.rid);
    }
    writer.finish();
    file.exec(`DROP TABLE ${old}`);
    return table;
  });
}

/** Opens the table of a collection at a schema version: makes it when missing, rebuilds it when its layout changed. */
export function openCollection(file: StoreFile, wanted: CollectionToOpen): CollectionTable {
  const stored = file.row(
    'SELECT id, layout, indexed, searchable, odd FROM collections WHERE name = ? AND version = ?',
    [wanted.name, wanted.version],
  );
  if (stored === undefined) return create(file, wanted);
  const id = Number(stored.id);
  if (stored.layout !== JSON.stringify(wanted.layout)) return rebuild(file, id, wanted);
  return new CollectionTable(file, id, wanted.layout, {
    odd: JSON.parse(String(stored.odd)) as readonly string[],
    indexed: stored.indexed === 1,
    searchable: stored.searchable === 1,
  });
}
