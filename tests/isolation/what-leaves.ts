import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withWorkspace } from '@main/cli/with-workspace';
import type { Engine } from '@main/engine/engine';
import { exportFormats } from '@shared/contract/export';
import { success } from '@shared/contract/failure';
import { BookName } from '@shared/domain/books/books';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { EntityName } from '@shared/domain/entity';
import { strFromU8, unzipSync } from 'fflate';
import { filesOf } from '../support/folders/files-holding';
import { valueIn } from '../support/value-in';

/** Everything that leaves a workspace in files that others read: tables and history in each format, and what is signed. */
export async function leaveAll(directory: string, to: string): Promise<void> {
  await mkdir(to);
  valueIn(await withWorkspace(directory, async (engine) => success(await leave(engine, to))));
}

async function leave(engine: Engine, to: string): Promise<void> {
  for (const format of exportFormats) {
    // Rows of any kind come by the same encoders: every kind once, people in each format.
    for (const entity of format === 'jsonl' ? EntityName.options : (['user', 'membership'] as const))
      valueIn(await engine.exportTable(join(to, `${entity}.${format}`), { query: { entity }, format }));
    valueIn(await engine.exportTable(join(to, `history.${format}`), { kind: 'history', query: {}, format }));
  }
  const plan = { id: 'base', value: { name: 'Base', limits: { seats: 10 } } };
  valueIn(await engine.call('writeBook', { book: 'customerPlan', put: [plan] }));
  const books = [...BookName.options];
  await write(to, valueIn(await engine.call('exportBooks', { books, signer: 'Ada' })));
  const people = valueIn(await engine.call('page', { entity: 'user', limit: 1, sort: newest }));
  const [person] = people.rows;
  if (person === undefined) return;
  const action = { verb: 'update', field: 'firstName', value: 'Renamed' };
  const draft = { entity: 'user', recordId: person.id, action };
  valueIn(await engine.call('stage', { drafts: [draft] }));
  await write(to, valueIn(await engine.call('exportChangeSet', { id: defaultChangeSetId, signer: 'Ada' })));
  valueIn(await engine.call('undo', {}));
}

/** Who was made last: the canary. */
const newest = { field: 'createdAt', direction: 'desc' };

const write = (to: string, { fileName, text }: { readonly fileName: string; readonly text: string }) =>
  writeFile(join(to, fileName), text);

/** What somebody reads who opens the files below a folder, by path; workbooks unzipped. */
export async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const file of await filesOf(folder)) {
    const bytes = await readFile(file);
    const parts = file.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
    read.set(file.slice(folder.length + 1), parts.map((part) => strFromU8(part)).join('\n'));
  }
  return read;
}
