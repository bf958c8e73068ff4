import { join } from 'node:path';
import { openStoreFile } from '@main/store/sqlite-storage/open-store-file';
import { sqlcipherDriver } from '@main/store/sqlite-storage/sqlcipher-driver';
import { benchRow } from './bench-membership';
import { bulkSize } from './storage-writes';

const columns = ['userName', 'role', 'state', 'organizationId', 'updatedAt'] as const;
const indexes = [
  'deleted, userName, id',
  'deleted, role, userName, id',
  'deleted, state, userName, id',
  'deleted, organizationId, userName, id',
  'deleted, updatedAt, id',
  'lwt, id',
];

/** Documents a second of plain prepared INSERTs and CREATE INDEXes that leave the same rows and the same indexes. */
export function bareRate(directory: string, key: string, count: number, seed: number): number {
  const file = openStoreFile(join(directory, 'bare.db'), key, sqlcipherDriver);
  const rows = Array.from({ length: count }, (_, index) => benchRow(seed, index).document);
  const start = performance.now();
  file.exec(`CREATE TABLE bare (
    rid INTEGER PRIMARY KEY, id NOT NULL UNIQUE, rev, deleted, lwt, ${columns.join(', ')}, data)`);
  const insert = `INSERT INTO bare VALUES (NULL, ?, ?, ?, ?, ${columns.map(() => '?').join(', ')}, ?)`;
  for (let from = 0; from < count; from += bulkSize) {
    file.transaction(() => {
      for (const document of rows.slice(from, from + bulkSize)) {
        file.run(insert, [
          document.id,
          document._rev,
          0,
          document._meta.lwt,
          ...columns.map((column) => document[column]),
          JSON.stringify(document),
        ]);
      }
    });
  }
  indexes.forEach((index, place) => {
    file.exec(`CREATE INDEX bare_${place} ON bare (${index})`);
  });
  const rate = (count / (performance.now() - start)) * 1_000;
  file.close();
  return rate;
}
