import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import { openEngine } from '@main/engine/open-engine';
import { toldReview } from '@main/reviews/told-review';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { keptKeys } from '@main/snapshot/kept-keys';
import { rekeyStore } from '@main/store/maintenance/rekey-store';
import { expect, it, onTestFinished } from 'vitest';
import { valueIn } from '../support/value-in';

it('is decided and closed under another database key, once, and verifies as made by whom it was made; a snapshot takes no key along', async () => {
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.03, limits: 'none' });
  onTestFinished(() => sandbox.close());
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-review-rekey-'));
  const [before = '', after = ''] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const opened = async (databaseKey: string) =>
    valueIn(
      await openEngine({
        ...{ directory, databaseKey, apiKey: sandbox.secretKey, url: `${sandbox.url}/v1`, fetch },
        workspace: { id: 'one', name: 'one', scenario: 'b2b' },
      }),
    );
  const old = await opened(before);
  valueIn(await waitForSweep(old));
  const scope = { roleKey: 'org:member' };
  const made = valueIn(await old.call('createReview', { name: 'Members', scope, by: 'Ada' }));
  const { id } = made;
  const { rows } = valueIn(await old.call('reviewPage', { id, limit: 20_000 }));
  const [one = '', two = ''] = rows
    .filter(({ item }) => item.origin !== 'directory')
    .map(({ item }) => item.membershipId);
  const decide = (engine: typeof old, item: string) =>
    engine.call('decideReview', { id, decisions: [{ item, decision: 'revoke' }], by: 'Ada' });
  valueIn(await decide(old, one));
  await old.close();

  await rekeyStore(directory, before, after);
  const engine = await opened(after);
  onTestFinished(() => engine.close());
  const closings = Promise.all([
    engine.call('closeReview', { id, by: 'Ada' }),
    engine.call('closeReview', { id, by: 'Ada' }),
  ]);
  const decided = decide(engine, two);
  expect((await closings).map(({ ok }) => ok)).toEqual([true, false]);
  // It came behind the closing: refused, rather than kept and left out.
  expect(await decided).toMatchObject({ error: { code: 'invalid-input' } });
  const { summary } = valueIn(await engine.call('reviewPage', { id }));
  expect(summary).toMatchObject({ hash: made.hash, counts: { revoke: 1 }, evidence: { staged: 1 } });
  const { text } = valueIn(await engine.call('exportReview', { id, signer: 'Ada' }));
  const told = toldReview(text);
  expect(told).toMatchObject({ verified: true, hash: made.hash, evidence: { staged: 1 } });
  expect(told.verified && told.sealedBy.fingerprint).toBe(told.verified && told.madeBy.fingerprint);
  expect(keptKeys(true)(`review-key/${id}`)).toBe(false);

  // Deleted is what the person was told of, with nothing left of it; what it staged stays.
  const refused = await engine.call('deleteReview', { id, decided: 2 });
  expect(refused).toMatchObject({ error: { code: 'conflict' } });
  expect(valueIn(await engine.call('reviews', {}))).toHaveLength(1);
  const staged = async () => valueIn(await engine.call('plan', {})).steps.length;
  const waiting = await staged();
  expect(waiting).toBeGreaterThan(0);
  valueIn(await engine.call('deleteReview', { id, decided: 1 }));
  expect(valueIn(await engine.call('reviews', {}))).toEqual([]);
  for (const failed of [
    await engine.call('deleteReview', { id, decided: 0 }),
    await engine.call('reviewPage', { id }),
    await engine.call('closeReview', { id, by: 'Ada' }),
  ])
    expect(failed).toMatchObject({ error: { code: 'not-found' } });
  expect(await staged()).toBe(waiting);
  // Only its file keeps it; taken in again nobody closes it a second time.
  const taken = valueIn(await engine.call('takeReview', { text }));
  expect(taken.summary).toMatchObject({ hash: made.hash, mine: false, counts: { revoke: 1 } });
}, 240_000);
