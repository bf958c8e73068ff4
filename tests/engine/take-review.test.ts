import { readReview } from '@main/reviews/kept-reviews';
import { reportOf } from '@main/reviews/review-report';
import { takeReviewFile } from '@main/reviews/take-review';
import { openStore } from '@main/store/open-store';
import type { Evidence } from '@shared/domain/reviews/evidence';
import { expect, it, onTestFinished } from 'vitest';
import { closedReview, keyOf } from '../reviews/review-rig';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';

it('believes what became of revocations by the seal of the maker alone, and only what was told last', async () => {
  const store = await openStore({ directory: await temporaryFolder(), key: 'a'.repeat(64), now: Date.now });
  onTestFinished(() => store.close());
  const { report } = closedReview();
  const { campaign } = report.held;
  const file = (state: Evidence['state'], now: number, seal: object = {}) => {
    const evidence = report.evidence.map((one) => ({ ...one, state }));
    return reportOf({ ...report, evidence, now, ...seal }, 'json').text;
  };
  const take = async (text: string) => {
    const { left } = valueIn(await takeReviewFile(store, text));
    const closing = (await readReview(store, campaign.id))?.closing;
    return [closing?.by, closing?.evidence?.map(({ state }) => state), left];
  };
  const bob = { key: keyOf('b'), signer: 'Bob' };
  const notSeen = expect.stringMatching(/left out: Bob sealed this file.*Ask Ada/);
  expect(await take(file('verified', 90, bob))).toEqual(['Ada', [], notSeen]);
  expect(await take(file('applied', 50))).toEqual(['Ada', ['applied'], '']);
  expect(await take(file('verified', 90, bob))).toEqual(['Ada', ['applied'], notSeen]);
  expect(await take(file('verified', 60))).toEqual(['Ada', ['verified'], '']);
  expect(await take(file('staged', 55))).toEqual(['Ada', ['verified'], expect.stringMatching(/later file/)]);
  expect(await take(file('verified', 60))).toEqual(['Ada', ['verified'], '']);

  // Closed anew from an older backup: neither closing takes the place of the other.
  const { evidence: _, evidenceAt: __, signature: ___, ...signed } = report.held.closing ?? {};
  const other = { ...signed, at: 21 };
  const closing = { ...report.held.closing, ...other, signature: report.key.sign(other) };
  const forked = reportOf(
    { ...report, held: { ...report.held, closing } as typeof report.held, now: 99 },
    'json',
  );
  expect(await takeReviewFile(store, forked.text)).toMatchObject({ error: { code: 'conflict' } });
  expect((await readReview(store, campaign.id))?.closing).toMatchObject({ at: 20, evidenceAt: 60 });
}, 60_000);
