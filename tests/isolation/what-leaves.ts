import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDoctorCommand } from '@main/cli/doctor-command';
import { handOver } from '@main/cli/hand-over-command';
import { createReview, exportReview } from '@main/cli/review-commands';
import type { AddCommand } from '@main/cli/shared-options';
import { addSnapshotCommand } from '@main/cli/snapshot-command';
import { withWorkspace } from '@main/cli/with-workspace';
import type { Engine } from '@main/engine/engine';
import { restoreInto } from '@main/engine/maintenance/closed-workspace';
import { openClosedStore } from '@main/store/maintenance/closed-store';
import { readWorkspace } from '@main/workspace/read-workspace';
import { restoreWorkspace } from '@main/workspace/restore-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { exportFormats } from '@shared/contract/export';
import { success } from '@shared/contract/failure';
import { reviewFormats } from '@shared/contract/reviews';
import { BookName } from '@shared/domain/books/books';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { EntityName } from '@shared/domain/entity';
import { Command } from 'commander';
import { strFromU8, unzipSync } from 'fflate';
import { vi } from 'vitest';
import { filesOf } from '../support/folders/files-holding';
import { valueIn } from '../support/value-in';
import { listen } from './listen';

/**
 * Everything that leaves a workspace in files that others read: tables and history in each format, what is signed, reviews, records for
 * who keeps a DNS.
 */
export async function leaveAll(directory: string, to: string): Promise<void> {
  await mkdir(to);
  valueIn(await withWorkspace(directory, async (engine) => success(await leave(engine, to))));
}

/** The report of the doctor, and a snapshot as whoever is given it reads it. */
export async function leaveCopies(directory: string, to: string): Promise<void> {
  await command(addDoctorCommand, 'doctor', '--bundle', join(to, 'doctor.zip'), '--dir', directory);
  const snapshot = join(to, 'snapshot');
  vi.stubEnv('TENANTRY_SNAPSHOT_PASSPHRASE', auditor);
  await command(addSnapshotCommand, 'snapshot', snapshot, '--dir', directory);
  await writeFile(join(to, 'snapshot.txt'), await heldIn(snapshot, join(to, 'restored')));
}

const auditor = 'a passphrase for the auditor';

/** Runs a command as it is typed, in this process. */
async function command(add: (command: AddCommand) => void, ...words: readonly string[]): Promise<void> {
  const program = new Command();
  add((name, description) =>
    program.command(name).description(description).requiredOption('--dir <folder>').option('--json'),
  );
  // What it would end with is not what this process ends with.
  const { exitCode } = process;
  const heardOf = listen();
  try {
    await program.parseAsync(words, { from: 'user' });
  } finally {
    heardOf();
    process.exitCode = exitCode;
  }
}

/** All that a snapshot holds: records, history, and what is kept beside them. */
async function heldIn(from: string, directory: string): Promise<string> {
  const wanted = { directory, from, passphrase: auditor, restoreFiles: restoreInto };
  valueIn(await restoreWorkspace(wanted));
  const workspace = valueIn(await readWorkspace(directory));
  const { databaseKey } = valueIn(await unlockWorkspace(workspace, { passphrase: auditor }));
  const store = openClosedStore(directory, databaseKey);
  const records = EntityName.options.flatMap((entity) => [...store.records(entity)]);
  const held = JSON.stringify([records, [...store.history()], [...store.meta()]]);
  store.close();
  return held;
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
  const domains = valueIn(await engine.call('page', { entity: 'domain', limit: 500 })).rows;
  for (const { id } of domains)
    for (const form of ['text', 'zone', 'terraform'] as const) {
      const out = await handOver(engine, String(id), form);
      if (out.ok) await writeFile(join(to, `${id}.${form}`), out.value.text);
    }
  const people = valueIn(await engine.call('page', { entity: 'user', limit: 1, sort: newest }));
  const [person] = people.rows;
  if (person === undefined) return;
  const action = { verb: 'update', field: 'firstName', value: 'Renamed' };
  const draft = { entity: 'user', recordId: person.id, action };
  valueIn(await engine.call('stage', { drafts: [draft] }));
  await write(to, valueIn(await engine.call('exportChangeSet', { id: defaultChangeSetId, signer: 'Ada' })));
  valueIn(await engine.call('undo', {}));
  const review = { name: 'Everybody', by: 'Ada', role: 'org:student', where: [], reviewer: [], note: '' };
  valueIn(await createReview(engine, review));
  for (const format of reviewFormats)
    valueIn(
      await exportReview(engine, 'Everybody', { by: 'Ada', out: join(to, `review.${format}`), format }),
    );
}

/** Who was made last: the canary. */
const newest = { field: 'createdAt', direction: 'desc' };

const write = (to: string, { fileName, text }: { readonly fileName: string; readonly text: string }) =>
  writeFile(join(to, fileName), text);

/** What somebody reads who opens the files below a folder, by path; workbooks and reports unzipped. */
export async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const file of await filesOf(folder)) {
    const bytes = await readFile(file);
    const parts = /\.(?:xlsx|zip)$/.test(file) ? Object.values(unzipSync(bytes)) : [bytes];
    read.set(file.slice(folder.length + 1), parts.map((part) => strFromU8(part)).join('\n'));
  }
  return read;
}
