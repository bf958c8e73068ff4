import { createAccess } from '@main/access/create-access';
import { createAudit } from '@main/audit/create-audit';
import { type SigningKey, signingKeyOf } from '@main/reconcile/four-eyes/signing-key';
import { createReviews } from '@main/reviews/create-reviews';
import { reviewOperations } from '@shared/contract/reviews';
import { openStates } from '@shared/domain/intent';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { startReconcile } from '../reconcile/reconcile-rig';
import { wholeCopy } from '../support/every-list';
import { valueIn } from '../support/value-in';

it('stages nothing twice: not what somebody staged before, not after a closing that was cut off; a sweep that ran meanwhile proves nothing', async () => {
  const rig = await startReconcile({ scale: 0.03, seed: 4 });
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  const key = signingKeyOf('a'.repeat(64));
  let dies = false;
  /** The process dies once everything is staged, and before the closing is kept. */
  const dying: SigningKey = {
    ...key,
    sign: (what) => {
      if (dies && 'steps' in what) throw new Error('killed');
      return key.sign(what);
    },
  };
  let walk = { beganAt: 0, endedAt: 0 };
  const reviews = createReviews({
    store: rig.store,
    access: createAccess(rig.store, audit, wholeCopy),
    staging: rig.staging,
    key: dying,
    service: rig.sandbox.url,
    now: Date.now,
    newId: () => 'one',
    asOf: () => 1,
    walk: () => walk,
  });
  const { createReview, reviewPage, decideReview } = reviewOperations;
  const scope = { roleKey: 'org:member' };
  const { id } = valueIn(
    await reviews.createReview(createReview.input.parse({ name: 'Members', scope, by: 'Ada' })),
  );
  const page = async () => valueIn(await reviews.reviewPage(reviewPage.input.parse({ id, limit: 20_000 })));
  const items = (await page()).rows.filter(({ item }) => item.origin !== 'directory');
  const [one = '', two = ''] = items.map(({ item }) => item.membershipId);
  await rig.stage(drafts.remove('membership', one));
  const decisions = [one, two].map((item) => ({ item, decision: 'revoke' }));
  valueIn(await reviews.decideReview(decideReview.input.parse({ id, decisions, by: 'Ada' })));

  const removals = async () =>
    (await rig.store.intents({ states: openStates })).map((intent) => intent.recordId);
  dies = true;
  await expect(reviews.closeReview({ id, by: 'Ada' })).rejects.toThrow('killed');
  expect((await removals()).sort()).toEqual([one, two].sort());
  expect((await page()).summary.closedAt).toBe(0);
  dies = false;
  const { summary, evidence } = valueIn(await reviews.closeReview({ id, by: 'Ada' }));
  expect((await removals()).sort()).toEqual([one, two].sort());
  expect(summary.changeSetId).not.toBe('');
  expect(evidence.map(({ state }) => state)).toEqual(['staged', 'staged']);

  const began = Date.now();
  await rig.reconcile();
  const states = async () => Object.entries((await page()).summary.evidence);
  expect(await states()).toEqual([['applied', 2]]);
  walk = { beganAt: began - 1, endedAt: Date.now() + 1_000 };
  expect(await states()).toEqual([['applied', 2]]);
  walk = { beganAt: Date.now() + 1, endedAt: Date.now() + 1_000 };
  expect(await states()).toEqual([['verified', 2]]);

  // What becomes a member again has another id: the removal stays proven, and the evidence says who is back.
  const back = items.find(({ item }) => item.membershipId === one)?.item;
  const gone = (await page()).summary.evidence;
  const { userId = '', organizationId = '', role = '' } = back ?? {};
  await rig.stage(drafts.add(organizationId, userId, role));
  expect((await page()).rows.filter(({ evidence: proof }) => proof?.againAs)).toEqual([]);
  await rig.reconcile();
  expect((await page()).summary.evidence).toEqual(gone);
  const again = (await page()).rows.filter(({ evidence: proof }) => proof?.againAs);
  expect(again.map(({ item }) => item.membershipId)).toEqual([one]);
});
