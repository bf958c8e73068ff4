import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examineFiles } from '@main/doctor/examine-files';
import { inspectClosed, salvageClosed } from '@main/engine/maintenance/closed-workspace';
import { createMaintenance } from '@main/engine/maintenance/create-maintenance';
import { inspectStore } from '@main/store/maintenance/inspect-store';
import { type Backup, readBackup } from '@main/store/maintenance/read-backup';
import { restoreStore } from '@main/store/maintenance/restore-store';
import { openStore } from '@main/store/open-store';
import type { Store } from '@main/store/store';
import type { DoctorCheck } from '@shared/contract/doctor';
import { openStates } from '@shared/domain/intent';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleHistory, sampleIntent } from './sample-records';

const key = 'a1'.repeat(32);
let directory: string;
let elsewhere: string;
let to: string;
let store: Store;
const open = (at = directory) => openStore({ directory: at, key, now: () => 5_000 });
const silent = () => undefined;

beforeEach(async () => {
  directory = await temporaryFolder();
  elsewhere = await temporaryFolder();
  to = join(await temporaryFolder(), 'x.backup');
  store = await open();
  await store.write({ intents: [sampleIntent(1), sampleIntent(2)], history: [sampleHistory('org_1')] });
});
afterEach(() => store.close());

async function backedUp(): Promise<Backup> {
  await store.maintenance.backUp(to, 'the label', silent);
  const backup = await readBackup(to);
  if (!backup.ok) throw new Error(backup.error.message);
  return backup.value;
}

test('a backup holds what was there when it began, and nothing that is written meanwhile', async () => {
  const taken = store.maintenance.backUp(to, 'the label', silent);
  const written = store.write({ intents: [sampleIntent(3)] });
  expect(await taken).toMatchObject({ path: to, openIntents: 2 });
  await written;
  const backup = await readBackup(to);
  if (!backup.ok) throw new Error(backup.error.message);
  expect(backup.value.manifest).toMatchObject({ label: 'the label', madeAt: 5_000 });
  expect(await restoreStore(backup.value, { directory: elsewhere, key, now: 0 })).toMatchObject({
    ok: true,
    value: { openIntents: 2 },
  });
  await store.close();
  store = await open(elsewhere);
  expect((await store.intents({ states: openStates })).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(await store.history({ limit: 9 })).toHaveLength(1);
});

test('who has no key can neither restore a backup nor change its list and go unnoticed', async () => {
  const backup = await backedUp();
  const foreign = { directory: elsewhere, key: 'b2'.repeat(32), now: 0 };
  expect(await restoreStore(backup, foreign)).toMatchObject({ ok: false });
  // Another label with a checksum that fits it.
  const text = await readFile(to, 'latin1');
  const [, list = ''] = text.match(/\n(\{"madeAt".*\})\n\d{10} /) ?? [];
  const forged = list.replace('the label', 'bad label');
  const sum = (of: string) => createHash('sha256').update(of, 'latin1').digest('hex');
  await writeFile(to, text.replace(list, forged).replace(sum(list), sum(forged)), 'latin1');
  const read = await readBackup(to);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.manifest.label).toBe('bad label');
  expect(await restoreStore(read.value, { directory: elsewhere, key, now: 0 })).toMatchObject({
    ok: false,
    error: { code: 'database-damaged', message: expect.stringContaining('without its key') },
  });
  expect(await readdir(elsewhere)).toEqual([]);
});

test('a journal that is damaged beside a sound open database is written anew', async () => {
  const path = join(directory, 'tenantry.intents');
  await writeFile(path, 'not a line of it\n');
  expect(await inspectStoreOfACopy()).toMatchObject({ verdict: 'journal-behind' });
  const report = { verdict: 'journal-behind', journal: { openIntents: 2, unreadableLines: 1 } };
  expect(await store.maintenance.check(silent)).toMatchObject(report);
  expect(await store.maintenance.check(silent)).toMatchObject({ verdict: 'sound', lostCommits: 0 });
});

/** The files as they lie now, looked at as those of a closed store. */
async function inspectStoreOfACopy() {
  await store.close();
  const report = await inspectStore(directory, key);
  const journal = await readFile(join(directory, 'tenantry.intents'));
  store = await open();
  await writeFile(join(directory, 'tenantry.intents'), journal);
  return report;
}

test('a check or a backup is refused while another runs, and tells how far it is', async () => {
  const maintenance = createMaintenance({ store, directory });
  const seen: number[] = [];
  maintenance.subscribe(() => seen.push(maintenance.progress()?.fraction ?? -1));
  const [checked, refused] = await Promise.all([maintenance.check(), maintenance.backUp(to, '')]);
  expect(checked).toMatchObject({ ok: true, value: { verdict: 'sound' } });
  expect(refused).toMatchObject({ ok: false, error: { code: 'busy' } });
  expect(existsSync(to)).toBe(false);
  expect(seen).toEqual([0, 1, -1]);
});

test('a plain SQLite file in the place of the database is told as that, is kept, and costs no staged edit', async () => {
  await store.close();
  const path = join(directory, 'tenantry.db');
  const own = await readFile(path);
  const plain = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_192)]);
  await writeFile(path, plain);
  await expect(open()).rejects.toMatchObject({ code: 'not-encrypted' });
  expect(await inspectClosed(directory, key)).toMatchObject({
    ok: true,
    value: { plain: true, verdict: 'damaged', journal: { openIntents: 2, unreadableLines: 0 } },
  });
  const told: DoctorCheck[] = [];
  await examineFiles(
    () => inspectClosed(directory, key),
    (check) => told.push(check),
  );
  expect(told).toMatchObject([
    { name: 'file', code: 'not-encrypted', detail: expect.stringContaining('no encrypted database') },
    {},
  ]);

  // The right one, put back, opens: nothing was signed as damaged.
  await writeFile(path, own);
  store = await open();
  await store.close();
  await writeFile(path, plain);
  const salvaged = await salvageClosed(directory, key, 6_000);
  expect(salvaged).toMatchObject({ ok: true, value: { openIntents: 2, historyEntries: 0 } });
  if (salvaged.ok) expect(await readFile(salvaged.value.aside)).toEqual(plain);
  store = await open();
  expect(await store.intents({ states: openStates })).toHaveLength(2);
});
