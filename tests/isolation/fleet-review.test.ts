import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backUpWorkspace } from '@main/cli/back-up-workspace';
import {
  askFleetReview,
  createFleetReview,
  exportFleetReview,
  goOnWithFleetReview,
} from '@main/cli/fleet-review-commands';
import { copyPools } from '@main/cli/pools-command';
import { apply, pull } from '@main/cli/run-command';
import { withWorkspace } from '@main/cli/with-workspace';
import { restoreInto } from '@main/engine/maintenance/closed-workspace';
import { reviewInPool } from '@main/engine/review-in-pool';
import { toldFleetReview } from '@main/reviews/fleet/told-fleet-review';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { restoreWorkspace } from '@main/workspace/restore-workspace';
import type { FleetAsked } from '@shared/domain/reviews/fleet-review';
import { expect, it, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { openPlatform } from './open-platform';

vi.setConfig({ testTimeout: 300_000 });

const asked: FleetAsked = {
  name: 'Campus admins',
  scope: { roleKey: 'org:admin', where: '' },
  ...{ reviewers: [], dueAt: 0, note: '', by: 'Ada' },
};

it('a review over applications is frozen in each copy, decided, closed and sent there, and is one signed file that says what it lacks', async () => {
  const { root, directory, one, other, copies } = await openPlatform();
  const application = [one.id, other.id];
  // Without any copy there is nothing to review: it waits, and goes on once there is one.
  const early = await createFleetReview({ dir: directory, application, group: '', asked });
  expect(early).toMatchObject({ ok: false, error: { code: 'not-found' } });
  valueIn(await copyPools(directory, { application: [one.id] }));
  expect(valueIn(await withWorkspace(directory, (engine) => engine.call('fleetReviews', {})))).toEqual([]);
  // Cut off behind the first copy: it goes on, and nothing is frozen twice.
  const cut = valueIn(
    await withWorkspace(directory, (engine) =>
      engine.call('beginFleetReview', { asked, applicationIds: application }),
    ),
  );
  const place = join(root, (await copies())[0]?.id ?? '');
  const first = valueIn(
    await withWorkspace(place, (engine) =>
      reviewInPool(engine, {
        act: 'freeze',
        asked: { ...asked, partOf: { id: cut.id, applicationId: one.id } },
      }),
    ),
  );
  const begun = valueIn(await goOnWithFleetReview(directory, asked.name));
  expect(begun.parts.map(({ review }) => review?.hash)).toContain(first.summary?.hash);
  expect((await goOnWithFleetReview(directory, asked.name)).ok).toBe(false);
  const partOf = (id: string) => begun.parts.find(({ applicationId }) => applicationId === id);
  expect(partOf(one.id)).toMatchObject({ state: 'frozen' });
  expect(partOf(other.id)).toMatchObject({ state: 'no-copy', review: null });
  expect(begun.complete).toBe(false);
  expect(begun.lacks.map(({ applicationId }) => applicationId)).toEqual(expect.arrayContaining(application));
  // Nothing of anybody's people lies on the platform's side.
  const [copy] = await copies();
  const pool = join(root, copy?.id ?? '');
  const inPool = <T>(work: Parameters<typeof withWorkspace<T>>[1]) => withWorkspace<T>(pool, work);
  const [summary] = valueIn(await inPool((engine) => engine.call('reviews', {})));
  const id = summary?.id ?? ('' as never);
  expect(summary).toMatchObject({
    partOf: { id: begun.id, applicationId: one.id },
    hash: partOf(one.id)?.review?.hash,
  });
  const { rows } = valueIn(await inPool((engine) => engine.call('reviewPage', { id })));
  const kept = JSON.stringify(
    valueIn(await withWorkspace(directory, (engine) => engine.call('fleetReviews', {}))),
  );
  for (const { item } of rows)
    for (const theirs of [item.userEmail, item.userId, item.organizationId])
      expect(kept).not.toContain(theirs);

  // A second one, of both: the copy that was made meanwhile is asked too.
  valueIn(await copyPools(directory, { application: [other.id] }));
  const both = valueIn(
    await createFleetReview({ dir: directory, application, group: '', asked: { ...asked, name: 'Both' } }),
  );
  expect(both.parts.map(({ state }) => state)).toEqual(['frozen', 'frozen']);
  // Each in its own copy; the revocations are staged and sent by the engine of each.
  for (const { id: place } of await copies()) {
    const there = join(root, place);
    valueIn(
      await withWorkspace(there, async (engine) => {
        const part = valueIn(await engine.call('reviews', {})).find(({ partOf }) => partOf?.id === both.id);
        const at = { id: part?.id ?? ('' as never) };
        const page = valueIn(await engine.call('reviewPage', { ...at, limit: 20_000 }));
        const free = page.rows.find(({ item }) =>
          item.recommendation.reasons.every(({ kind }) => kind !== 'only-admin' && kind !== 'directory'),
        );
        const decisions = page.rows.map(({ item }) => ({
          item: item.membershipId,
          decision: item.membershipId === free?.item.membershipId ? ('revoke' as const) : ('keep' as const),
        }));
        return engine.call('decideReview', { ...at, decisions, by: 'Ada' });
      }),
    );
  }
  const decided = valueIn(
    await askFleetReview(directory, 'Both', ({ id: fleet }) => ({ act: 'tell', fleet })),
  );
  expect(decided.now.lacks.map(({ why }) => why)).toEqual(['It is not closed.', 'It is not closed.']);
  const closed = valueIn(
    await askFleetReview(directory, 'Both', ({ id: fleet }) => ({ act: 'close', fleet, by: 'Ada' })),
  );
  expect(closed.now.lacks.map(({ why }) => why)).toEqual([
    '1 revocation was not read back gone.',
    '1 revocation was not read back gone.',
  ]);
  const out = (name: string) => join(root, name);
  const open = valueIn(await exportFleetReview(directory, 'Both', { by: 'Ada', out: out('open.json') }));
  expect(open.complete).toBe(false);
  for (const { id: place } of await copies()) {
    valueIn(await withWorkspace(join(root, place), (engine) => apply(engine, { onRefusal: 'continue' })));
    valueIn(await withWorkspace(join(root, place), pull));
  }
  const done = valueIn(await exportFleetReview(directory, 'Both', { by: 'Ada', out: out('done.json') }));
  expect(done).toMatchObject({ complete: true, lacks: [] });

  const text = await readFile(out('done.json'), 'utf8');
  const told = toldFleetReview(text);
  expect(told).toMatchObject({
    verified: true,
    complete: true,
    applications: [{ told: { evidence: { verified: 1 } } }, { told: { evidence: { verified: 1 } } }],
  });
  // One application's file taken out, whole: still as it was signed, but not complete.
  const file = JSON.parse(text);
  const spoilt = (change: (changed: typeof file) => void): ReturnType<typeof toldFleetReview> => {
    const changed = structuredClone(file);
    change(changed);
    return toldFleetReview(`${JSON.stringify(changed, null, 1)}\n`);
  };
  expect(spoilt((changed) => changed.files.pop())).toMatchObject({ verified: false });
  expect(spoilt((changed) => changed.files.push(changed.files[0]))).toMatchObject({ verified: false });
  expect(spoilt((changed) => (changed.campaign.parts[1].state = 'nobody'))).toMatchObject({
    verified: false,
    why: expect.stringContaining('The signature of Ada does not fit'),
  });
  expect(spoilt((changed) => (changed.files[0].evidence[0].at += 1))).toMatchObject({ verified: false });
  for (let at = 0; at < text.length; at += Math.ceil(text.length / 40)) {
    const other = `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
    expect([at, toldFleetReview(other).verified]).toEqual([at, false]);
  }
  // Of the first one nobody looked into the other application.
  expect(await exportFleetReview(directory, asked.name, { by: 'Ada', out: out('first.json') })).toMatchObject(
    {
      ok: true,
      value: { complete: false },
    },
  );
});

it('an application that nobody looked into is read later, which its file says; of two copies one is reviewed; nothing is left where nobody is', async () => {
  const { root, directory, one, other, copies } = await openPlatform();
  const of = { dir: directory, application: [one.id, other.id], group: '' };
  const held = async () =>
    valueIn(await withWorkspace(directory, (engine) => engine.call('fleetReviews', {})));
  valueIn(await copyPools(directory, { application: [one.id] }));
  const [copy] = await copies();
  const pool = join(root, copy?.id ?? '');
  // In use by somebody else: nothing is frozen, and it is kept, since that copy may hold a part. The same words go on with it.
  const lock = valueIn(await lockWorkspace(pool));
  expect(await createFleetReview({ ...of, asked })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('is kept') },
  });
  await lock.release();
  expect(await held()).toMatchObject([{ frozenAt: 0 }]);
  const begun = valueIn(await createFleetReview({ ...of, asked }));
  expect(await held()).toMatchObject([{ id: begun.id, hash: begun.hash, readLater: [] }]);
  expect(
    await createFleetReview({ ...of, asked: { ...asked, scope: { roleKey: 'org:nobody', where: '' } } }),
  ).toMatchObject({
    ok: false,
    error: { code: 'not-found', message: expect.not.stringContaining('is kept') },
  });
  expect(await held()).toHaveLength(1);

  // The other application's people are copied, twice; the first part stays as it was frozen.
  expect(await goOnWithFleetReview(directory, asked.name)).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  valueIn(await copyPools(directory, { application: [other.id] }));
  const newer = (await copies()).find(({ applicationId }) => applicationId === other.id)?.id ?? '';
  const file = join(root, 'other.backup');
  valueIn(await backUpWorkspace(join(root, newer), file));
  const restored = { directory: join(root, 'older'), from: file, passphrase: 'correct horse battery staple' };
  valueIn(await restoreWorkspace({ ...restored, restoreFiles: restoreInto }));
  expect(await copies()).toHaveLength(3);
  valueIn(await withWorkspace(join(root, newer), pull));
  // One that cannot be asked may hold the part already: nothing is frozen a second time in the other.
  const older = valueIn(await lockWorkspace(join(root, 'older')));
  expect(await goOnWithFleetReview(directory, asked.name)).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  await older.release();
  const later = valueIn(await goOnWithFleetReview(directory, asked.name));
  const partOf = (id: string) => later.parts.find(({ applicationId }) => applicationId === id);
  expect(partOf(one.id)).toEqual(begun.parts.find(({ applicationId }) => applicationId === one.id));
  expect(partOf(other.id)).toMatchObject({ state: 'frozen', copy: { workspaceId: newer, of: 2 } });
  expect(later.readLater.map(({ applicationId }) => applicationId)).toEqual([other.id]);
  expect(later.hash).not.toBe(begun.hash);
  const reviewsIn = async (place: string) =>
    valueIn(await withWorkspace(join(root, place), (engine) => engine.call('reviews', {})));
  expect([(await reviewsIn(newer)).length, (await reviewsIn('older')).length]).toEqual([1, 0]);
  expect(await goOnWithFleetReview(directory, asked.name)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });

  // Asked of the copy that holds it, whichever is the newest by then.
  valueIn(await withWorkspace(join(root, 'older'), pull));
  const out = join(root, 'later.json');
  const made = valueIn(await exportFleetReview(directory, asked.name, { by: 'Ada', out }));
  expect(made.lacks.map(({ why }) => why)).toEqual(
    Array(2).fill(expect.stringContaining('It is not closed.')),
  );
  const text = await readFile(out, 'utf8');
  expect(toldFleetReview(text)).toMatchObject({
    verified: true,
    hash: later.hash,
    frozenAt: begun.frozenAt,
    readLater: later.readLater,
  });
  const spoilt = (change: (changed: { earlier: unknown[] | undefined }) => void) => {
    const changed = JSON.parse(text);
    change(changed);
    return toldFleetReview(`${JSON.stringify(changed, null, 1)}\n`);
  };
  const follows = { verified: false, why: expect.stringContaining('does not follow') };
  expect(spoilt((changed) => delete changed.earlier)).toMatchObject(follows);
  expect(spoilt((changed) => changed.earlier?.push(changed.earlier[0]))).toMatchObject(follows);
});
