import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asStoreFailure } from '@main/store/as-store-failure';
import { openIntentJournal } from '@main/store/intent-journal';
import { openStore } from '@main/store/open-store';
import { readOpenIntents, recoverStore } from '@main/store/recover-store';
import type { StoreError } from '@main/store/sqlite-storage/store-error';
import { openStates } from '@shared/domain/intent';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleHistory, sampleIntent, sampleRecord } from './sample-records';
import { faultyDriver } from './sqlite-storage/faulty-driver';

const key = 'a1'.repeat(32);
let directory: string;
const open = () => openStore({ directory, key, now: () => 5_000 });
const recover = () => recoverStore({ directory, key, name: 'tenantry' }, 5_000);
const staged = (seq: number) => sampleIntent(seq);

beforeEach(async () => {
  directory = await temporaryFolder();
});

/** What the refusal of a ruined database says, as the app tells it. */
async function told(): Promise<unknown> {
  const error = await open().then(
    () => new Error('it opened'),
    (refused: StoreError) => refused,
  );
  return asStoreFailure(error);
}

test.each([
  ['gone', (path: string) => rm(path)],
  ['empty', (path: string) => writeFile(path, '')],
  ['overwritten', (path: string) => writeFile(path, Buffer.alloc(40_960, 7))],
])('open intents outlive a database file that is %s', async (_, ruin) => {
  const store = await open();
  await store.write({ intents: [staged(1), staged(2)] });
  await store.write({ intents: [{ ...staged(1), state: 'withdrawn', closedAt: 9 }, staged(3)] });
  await store.close();
  await ruin(join(directory, 'tenantry.db'));
  const left = await readdir(directory);
  expect(await told()).toMatchObject({ code: 'database-damaged', next: expect.stringContaining('Choose') });
  // Nothing was done about it, however often it is opened.
  expect(await told()).toMatchObject({ code: 'database-damaged' });
  expect(await readdir(directory)).toEqual(left);
  expect(await recover()).toMatchObject({ openIntents: 2, unreadableLines: 0 });
  const again = await open();
  expect((await again.intents({ states: openStates })).map(({ seq }) => seq)).toEqual([2, 3]);
  await again.close();
});

test('of a sending whose answer was lost an older version kept the first time as since: it still counts, of file and journal alike', async () => {
  const outcome = { code: 'no-answer', message: '', status: 0, requestId: '', at: 900, since: 500 };
  const older = { ...staged(1), state: 'unknown', outcome } as const;
  const store = await open();
  await store.write({ intents: [older] });
  const lost = [{ outcome: { at: 900, lost: [500] } }];
  expect(await store.intents()).toMatchObject(lost);
  await store.close();
  const journal = await openIntentJournal(join(directory, 'tenantry.intents'), key).read();
  expect([...journal.intents.values()]).toMatchObject(lost);
});

test('history and change sets that survive are kept, and so is the damaged file', async () => {
  const store = await open();
  await store.write({ intents: [staged(1)], history: [sampleHistory('org_1'), sampleHistory('org_2')] });
  // So that the end of the file, which is about to go, holds none of these.
  const many = Array.from({ length: 200 }, (_, index) => sampleRecord('organization', `org_${index}`));
  await store.write({ put: many.map((record) => ({ entity: 'organization', record })) });
  await store.close();
  const path = join(directory, 'tenantry.db');
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length - 100));
  await writeFile(`${path}-damaged`, '');
  expect(await told()).toMatchObject({ code: 'database-damaged' });
  expect(await recover()).toMatchObject({ openIntents: 1, historyEntries: 2 });
  expect(await readdir(directory)).toEqual(expect.arrayContaining([expect.stringContaining('.aside-')]));
  const again = await open();
  expect(await again.history({ limit: 10 })).toHaveLength(2);
  await again.close();
});

test('a salvage that the disk cuts off leaves the damaged file in its place, to be salvaged again', async () => {
  const store = await open();
  await store.write({ intents: [staged(1)], history: [sampleHistory('org_1')] });
  await store.close();
  await writeFile(join(directory, 'tenantry.db-damaged'), '');
  const left = await readdir(directory);
  const faulty = faultyDriver();
  for (const failAt of [0, 3, 11, 40]) {
    faulty.arm('SQLITE_FULL', failAt);
    const salvaged = recoverStore({ directory, key, name: 'tenantry', driver: faulty.driver }, 5_000);
    await expect(salvaged).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readdir(directory)).toEqual(left);
    expect(await told()).toMatchObject({ code: 'database-damaged' });
  }
  expect(await recover()).toMatchObject({ openIntents: 1, historyEntries: 1 });
  const again = await open();
  expect(await again.intents({ states: openStates })).toHaveLength(1);
  await again.close();
});

test('a database that cannot be read at all is told as a trouble of the disk', async () => {
  await mkdir(join(directory, 'tenantry.db'));
  await expect(readOpenIntents({ directory, key, name: 'tenantry' })).rejects.toMatchObject({ code: 'io' });
});

test('lines of the journal that cannot be read are kept by a salvage', async () => {
  const store = await open();
  await store.write({ intents: [staged(1)] });
  await store.close();
  const journal = join(directory, 'tenantry.intents');
  await writeFile(journal, 'AAAA\n', { flag: 'a' });
  const bytes = await readFile(journal);
  await writeFile(join(directory, 'tenantry.db'), '');
  expect(await readOpenIntents({ directory, key, name: 'tenantry' })).toMatchObject({
    open: [{ seq: 1 }],
    unreadableLines: 1,
  });
  const { aside, unreadableLines } = await recover();
  expect(unreadableLines).toBe(1);
  await (await open()).close();
  expect(await readFile(`${aside}-intents`)).toEqual(bytes);
});

test('the journal keeps its lines apart: a damaged one loses nothing else, and a torn end nothing at all', async () => {
  const path = join(directory, 'x.intents');
  const journal = openIntentJournal(path, key);
  for (const seq of [1, 2, 3]) await journal.append([staged(seq)]);
  await journal.close();
  const lines = (await readFile(path, 'latin1')).split('\n').filter((line) => line !== '');
  const spoilt = [lines[0], lines[1]?.replace(/^.{4}/, 'AAAA'), lines[2]].join('\n');
  await writeFile(path, `${spoilt}\n${lines[0]?.slice(0, 50)}`);
  await journal.append([staged(4)]);
  const { intents, unreadable } = await journal.read();
  expect([...intents.values()].map(({ seq }) => seq)).toEqual([1, 3, 4]);
  expect(unreadable).toBe(2);
  await journal.close();
});

test('nothing in the journal can be read without the key', async () => {
  const path = join(directory, 'x.intents');
  const journal = openIntentJournal(path, key);
  await journal.append([staged(1)]);
  await journal.close();
  expect((await readFile(path)).includes('orgmem')).toBe(false);
  const other = openIntentJournal(path, 'b2'.repeat(32));
  expect(await other.read()).toMatchObject({ unreadable: 1 });
});
