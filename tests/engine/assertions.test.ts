import { readFile } from 'node:fs/promises';
import { createAccess } from '@main/access/create-access';
import { createKeptAssertions } from '@main/access/kept-assertions';
import { createAudit } from '@main/audit/create-audit';
import { createBooks } from '@main/books/books';
import type { TriedBook } from '@shared/contract/access';
import { Assertion } from '@shared/domain/access/assertion';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { startReconcile } from '../reconcile/reconcile-rig';
import { adminRole, copied, member } from '../support/copied';
import { wholeCopy } from '../support/every-list';
import { failingDisk } from '../support/failing-disk';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { openTempStore } from '../sync/sync-rig';

const manage = 'org:sys_memberships:manage';
const enough: Assertion = { name: 'Two admins', every: 'organization', holding: manage, atLeast: 2 };
const outside: Assertion = { name: 'Ours', nobody: { emailDomainNot: 'nowhere.example' }, holding: manage };
const bare: Assertion = { name: 'Second factor', nobody: { withoutSecondFactor: true }, holding: manage };
const misspelt: Assertion = { ...enough, name: 'No such permission', holding: 'org:nothing' };

it('tries all assertions together: each as by itself, one that cannot be tried beside the others, kept until they are tried anew', async () => {
  const rig = await startReconcile({ scale: 0.03, seed: 4 });
  const { store } = rig;
  const audit = createAudit({ store, now: Date.now });
  const access = createAccess(store, audit, wholeCopy);
  const books = createBooks(store, Date.now);
  const assertions = createKeptAssertions({ store, access, now: Date.now });
  const told = async () => (await assertions.read()).tried;
  expect(await told()).toEqual([]);
  const put = [enough, outside, bare, misspelt].map((value, at) => ({ id: `a${at}`, value, why: '' }));
  valueIn(await books.write({ book: 'accessAssertion', put, remove: [], by: 'me', why: '' }));
  await assertions.tryAll();
  expect(await told()).toMatchObject(put.map(() => ({ verdict: null, failure: { code: 'not-found' } })));

  await audit.completeAt(1);
  const heard: Promise<TriedBook>[] = [];
  const end = assertions.subscribe(() => heard.push(assertions.read()));
  await assertions.tryAll();
  expect(heard).toHaveLength(1);
  expect((await heard[0])?.tried[0]?.verdict).not.toBeNull();
  end();
  for (const [at, assertion] of [enough, outside, bare].entries()) {
    const alone = valueIn(await access.assert({ assertions: [assertion], when: { kind: 'now' } }));
    const { verdict } = (await told())[at] ?? {};
    expect(verdict).toMatchObject({ ...alone.assertions[0], offenders: verdict?.offenders });
    expect(verdict?.offenders.length).toBe(Math.min(100, alone.assertions[0]?.offendersTotal ?? 0));
  }
  expect((await told())[3]).toMatchObject({ verdict: null, failure: { code: 'not-found' } });
  const all = await access.assert({ assertions: [enough, misspelt], when: { kind: 'now' } });
  expect(all).toMatchObject({ ok: false, error: { message: expect.stringContaining('Nothing was tried') } });

  // Who is banned offends nothing any more, once that is reconciled; what is kept is of now.
  const before = await told();
  const alone = valueIn(await access.assert({ assertions: [bare], when: { kind: 'now' } })).assertions[0];
  const { userId = '' } = alone?.offenders[0] ?? {};
  const ban = { verb: 'update', field: 'banned', value: true } as const;
  await rig.stage({ entity: 'user', recordId: RecordId.parse(userId), action: ban });
  const then = valueIn(await assertions.tryAt({ kind: 'after' })).tried[2]?.verdict;
  const others = alone?.offenders.filter((offender) => offender.userId !== userId).length;
  expect(then?.offendersTotal).toBe(others);
  expect(others).toBeLessThan(alone?.offendersTotal ?? 0);
  expect(await told()).toEqual(before);
  await books.write({ book: 'accessAssertion', put: [], remove: put.map(({ id }) => id), by: 'me', why: '' });
  await assertions.tryAll();
  expect(await assertions.read()).toEqual({ triedAt: 0, tried: [] });
  await assertions.stop();
});

it('the file that the documents show can be tried as it stands', async () => {
  const { store } = await startReconcile({ scale: 0.03 });
  const audit = createAudit({ store, now: Date.now });
  await audit.completeAt(1);
  const shown = /The file that `assert` reads[\s\S]*?```json\n([\s\S]*?)```/.exec(
    await readFile('docs/cli.md', 'utf8'),
  );
  const assertions = Assertion.array().parse(JSON.parse(shown?.[1] ?? ''));
  const tried = await createAccess(store, audit, wholeCopy).assert({ assertions, when: { kind: 'now' } });
  expect(valueIn(tried).assertions).toHaveLength(assertions.length);
  expect(assertions.length).toBeGreaterThan(2);
});

it('a look that breaks off says so of each assertion, keeps no verdict of before, and those who ask meanwhile share one', async () => {
  const { disk, driver } = failingDisk();
  const store = await openTempStore(await temporaryFolder(), driver);
  const person = copied('user', 'user_1', { name: 'Ada', email: 'ada@acme.com' });
  const home = copied('organization', 'org_1', { name: 'Acme' });
  await store.write({ put: [adminRole, person, home, member('org_1', 'user_1')] });
  const audit = createAudit({ store, now: Date.now });
  await audit.completeAt(1);
  const access = createAccess(store, audit, wholeCopy);
  let looks = 0;
  const assertions = createKeptAssertions({
    store,
    access: {
      assertEach: (...asked) => {
        looks += 1;
        return access.assertEach(...asked);
      },
    },
    now: Date.now,
  });
  const books = createBooks(store, Date.now);
  const write = async (id: string, value: Assertion) =>
    valueIn(
      await books.write({ book: 'accessAssertion', put: [{ id, value }], remove: [], by: '', why: '' }),
    );
  await write('one', { ...enough, atLeast: 1 });
  await assertions.tryAll();
  expect((await assertions.read()).tried).toMatchObject([{ verdict: { holds: true }, failure: null }]);

  disk.seen.clear();
  await store.list('membership', [], 1);
  const [table = ''] = disk.seen;
  disk.lost.add(table);
  await assertions.tryAll();
  expect((await assertions.read()).tried).toMatchObject([
    { id: 'one', verdict: null, failure: { code: 'disk-error' } },
  ]);

  disk.lost.clear();
  await assertions.tryAll();
  looks = 0;
  await Promise.all(Array.from({ length: 20 }, () => assertions.tryAll()));
  expect(looks).toBeLessThanOrEqual(2);
  expect((await assertions.read()).tried).toMatchObject([{ verdict: { holds: true }, failure: null }]);
  await assertions.stop();
});
