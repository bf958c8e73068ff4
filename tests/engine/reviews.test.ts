import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { toldReview } from '@main/reviews/told-review';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { ReviewSummary } from '@shared/contract/reviews';
import type { ReviewItem } from '@shared/domain/reviews/review';
import { expect, it, onTestFinished } from 'vitest';
import { valueIn } from '../support/value-in';

const admin = 'org:admin';

/** A service and workspaces over it, one open at a time: RxDB counts what is open in a process. */
async function begin() {
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.03, limits: 'none' });
  onTestFinished(() => sandbox.close());
  const workspace = async (name: string) => {
    const directory = await mkdtemp(join(tmpdir(), `tenantry-review-${name}-`));
    const databaseKey = randomBytes(32).toString('hex');
    return async <T>(work: (engine: Engine) => Promise<T>): Promise<T> => {
      const options = { directory, databaseKey, apiKey: sandbox.secretKey, url: `${sandbox.url}/v1`, fetch };
      const engine = valueIn(
        await openEngine({ ...options, workspace: { id: name, name, scenario: 'b2b' } }),
      );
      try {
        return await work(engine);
      } finally {
        await engine.close();
      }
    };
  };
  /** Whether the service itself has a membership. */
  const has = async ({ organizationId, membershipId }: ReviewItem): Promise<boolean> => {
    const headers = { authorization: `Bearer ${sandbox.secretKey}` };
    const path = `/v1/organizations/${organizationId}/memberships?limit=500`;
    const { data } = (await (await fetch(`${sandbox.url}${path}`, { headers })).json()) as {
      readonly data: readonly { readonly id: string }[];
    };
    return data.some(({ id }) => id === membershipId);
  };
  return { workspace, has };
}

const create = async (engine: Engine, more: object = {}): Promise<ReviewSummary> =>
  valueIn(
    await engine.call('createReview', { name: 'Admins', scope: { roleKey: admin }, by: 'Ada', ...more }),
  );

const rowsOf = async (engine: Engine, { id }: ReviewSummary, more: object = {}) =>
  valueIn(await engine.call('reviewPage', { id, limit: 20_000, ...more }));

const decide = (engine: Engine, { id }: ReviewSummary, decisions: readonly object[], by = 'Ada') =>
  engine.call('decideReview', { id, decisions, by });

const exported = async (engine: Engine, { id }: ReviewSummary, signer: string) =>
  valueIn(await engine.call('exportReview', { id, signer })).text;

it('goes from a scope over decisions to revocations that were applied and read back gone, and claims no more than that', async () => {
  const { workspace, has } = await begin();
  const open = await workspace('owner');
  await open(async (engine) => {
    expect(
      await engine.call('createReview', { name: 'Early', scope: { roleKey: admin }, by: 'Ada' }),
    ).toMatchObject({
      error: { code: 'not-found' },
    });
    valueIn(await waitForSweep(engine));
    const review = await create(engine);
    const { rows } = await rowsOf(engine, review);
    const admins = valueIn(
      await engine.call('page', {
        entity: 'membership',
        where: [{ field: 'role', op: 'eq', value: admin }],
        limit: 500,
      }),
    );
    expect(rows.map(({ item }) => item.membershipId).sort()).toEqual(
      admins.rows.map(({ id }) => String(id)).sort(),
    );

    const inSame = ({ organizationId }: ReviewItem) =>
      rows.map(({ item }) => item).filter((item) => item.organizationId === organizationId);
    const free = rows.map(({ item }) => item).filter(({ origin }) => origin !== 'directory');
    const lonely = free.find((item) => inSame(item).length === 1);
    const crowd = free.filter((item) => inSame(item).length > 2);
    const [leaver, stayer] = crowd;
    if (!lonely || !leaver || !stayer) throw new Error('the world has both kinds');
    expect(lonely.recommendation).toMatchObject({ verdict: 'keep', risk: 'high' });
    expect(lonely.recommendation.reasons.map(({ kind }) => kind)).toContain('only-admin');

    // A staged edit and a later sweep change nothing of what was frozen.
    valueIn(
      await engine.call('stage', {
        drafts: [
          {
            entity: 'membership',
            recordId: stayer.membershipId,
            action: { verb: 'update', field: 'role', value: 'org:member' },
          },
        ],
      }),
    );
    const again = await create(engine, { name: 'Again', dueAt: 1 });
    expect((await rowsOf(engine, again)).rows).toHaveLength(rows.length);
    valueIn(await waitForSweep(engine));
    expect((await rowsOf(engine, review)).rows).toEqual(rows);
    valueIn(await engine.call('undo', {}));

    valueIn(
      await decide(engine, review, [
        { item: leaver.membershipId, decision: 'revoke', note: 'left' },
        { item: lonely.membershipId, decision: 'revoke' },
        { item: stayer.membershipId, decision: 'keep' },
      ]),
    );
    expect((await decide(engine, review, [{ item: 'orgmem_none', decision: 'keep' }])).ok).toBe(false);
    const preview = valueIn(await engine.call('previewClosing', { id: review.id }));
    expect(preview.stays).toMatchObject([{ item: lonely.membershipId, code: 'last-admin' }]);
    const needs = async () =>
      valueIn(await engine.call('overview', {})).needs.filter(({ kind }) => kind === 'review');
    const late = { gravity: 'warning', count: 1, name: 'Again', of: 'overdue', at: 1 };
    expect(await needs()).toMatchObject([
      late,
      { gravity: 'advice', count: 1, name: 'Admins', of: '', at: 0 },
    ]);
    const { summary, evidence } = valueIn(await engine.call('closeReview', { id: review.id, by: 'Ada' }));
    expect(await needs()).toMatchObject([late]);
    expect(evidence.map(({ state }) => state).sort()).toEqual(['not-staged', 'staged']);
    expect(summary.counts).toMatchObject({ keep: 1, revoke: 2, open: rows.length - 3 });
    expect(await engine.call('closeReview', { id: review.id, by: 'Ada' })).toMatchObject({ ok: false });
    expect(await decide(engine, review, [{ item: stayer.membershipId, decision: 'revoke' }])).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(await has(leaver)).toBe(true);

    const stateNow = async () =>
      (await rowsOf(engine, review)).rows.find(({ item }) => item.membershipId === leaver.membershipId)
        ?.evidence;
    const { hash } = valueIn(await engine.call('plan', {}));
    valueIn(await engine.call('apply', { planHash: hash, resolutions: {}, onRefusal: 'continue' }));
    expect(await has(leaver)).toBe(false);
    expect(await stateNow()).toMatchObject({ state: 'applied', readBackAt: 0 });
    valueIn(await waitForSweep(engine));
    const proof = await stateNow();
    expect(proof).toMatchObject({ state: 'verified', item: leaver.membershipId });
    expect(proof?.readBackAt).toBeGreaterThanOrEqual(proof?.at ?? Number.POSITIVE_INFINITY);

    const told = toldReview(await exported(engine, review, 'Ada'));
    expect(told).toMatchObject({ verified: true, evidence: { verified: 1, 'not-staged': 1 } });
    const entra = valueIn(
      await engine.call('exportReview', { id: review.id, signer: 'Ada', format: 'entra' }),
    ).text.split('\r\n');
    expect(entra).toHaveLength(rows.length + 2);
    expect(entra.find((line) => line.includes(leaver.userId))).toMatch(
      /,Deny,left,Ada,Ada,.*Applied and verified/,
    );
    expect(entra.filter((line) => line.includes(',Not reviewed,'))).toHaveLength(rows.length - 3);
  });
}, 240_000);

it('merges what reviewers signed: nothing is lost, disputes are told and must be decided, a changed or forked file is refused', async () => {
  const { workspace } = await begin();
  const [owner, reviewer] = [await workspace('owner'), await workspace('reviewer')];
  const review = await owner(async (engine) => {
    valueIn(await waitForSweep(engine));
    return create(engine, { reviewers: ['Ada', 'Bob'] });
  });
  const file = await owner((engine) => exported(engine, review, 'Ada'));
  const { items, answer, early } = await reviewer(async (engine) => {
    expect(valueIn(await engine.call('takeReview', { text: file }))).toMatchObject({
      added: 0,
      from: { name: 'Ada', self: false },
      summary: { hash: review.hash, mine: false },
    });
    const ids = (await rowsOf(engine, review)).rows.map(({ item }) => item.membershipId);
    expect(await decide(engine, review, [{ item: ids[0] ?? '', decision: 'keep' }], 'Eve')).toMatchObject({
      error: { code: 'forbidden' },
    });
    valueIn(await decide(engine, review, [{ item: ids[0] ?? '', decision: 'revoke' }], 'Bob'));
    const begun = await exported(engine, review, 'Bob');
    valueIn(await decide(engine, review, [{ item: ids[1] ?? '', decision: 'keep' }], 'bob'));
    expect(await engine.call('closeReview', { id: review.id, by: 'Bob' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    return { items: ids, early: begun, answer: await exported(engine, review, 'Bob') };
  });
  const [first = '', second = ''] = items;
  await owner(async (engine) => {
    valueIn(await decide(engine, review, [{ item: first, decision: 'keep', note: 'needed' }]));
    const wrong = answer.replace('"decision": "revoke"', '"decision": "keep"');
    expect(await engine.call('takeReview', { text: wrong })).toMatchObject({
      error: {
        message: expect.stringMatching(/^The decision of Bob about .* was changed after it was made\./),
      },
    });
    const taken = valueIn(await engine.call('takeReview', { text: answer }));
    expect(taken).toMatchObject({ added: 2, summary: { counts: { disputed: 1, keep: 1 } } });
    expect(taken.disputes[0]).toMatch(/Ada says keep.*Bob says revoke|Bob says revoke.*Ada says keep/);
    // An older file of the same reviewer brings nothing, and takes nothing away.
    expect(valueIn(await engine.call('takeReview', { text: early }))).toMatchObject({ added: 0 });
    expect(await engine.call('closeReview', { id: review.id, by: 'Ada' })).toMatchObject({
      error: { code: 'conflict' },
    });
    const { rows } = await rowsOf(engine, review, { only: 'disputed' });
    expect(rows[0]?.decisions.map(({ by }) => by).sort()).toEqual(['Ada', 'Bob']);
    valueIn(await decide(engine, review, [{ item: first, decision: 'unknown' }]));
    expect((await rowsOf(engine, review)).summary.counts).toMatchObject({ disputed: 0, unknown: 1, keep: 1 });
    valueIn(await decide(engine, review, [{ item: second, decision: 'open' }]));
    expect((await rowsOf(engine, review)).summary.counts).toMatchObject({ keep: 0 });
    valueIn(await engine.call('closeReview', { id: review.id, by: 'Ada' }));
    const closed = await exported(engine, review, 'Ada');
    expect(toldReview(closed)).toMatchObject({ verified: true, counts: { unknown: 1, revoke: 0 } });
  });
}, 240_000);

it('marks who decides about their own access, and refuses that, or waits for somebody else, where the review says so', async () => {
  const { workspace } = await begin();
  const open = await workspace('own');
  await open(async (engine) => {
    valueIn(await waitForSweep(engine));
    const plain = await create(engine);
    const [row] = (await rowsOf(engine, plain)).rows;
    if (row === undefined) throw new Error('somebody is an admin');
    const { membershipId: item, userEmail, userName } = row.item;
    const own = userEmail.toUpperCase();
    const keep = [{ item, decision: 'keep' }];
    const told = async (review: ReviewSummary) => {
      const { rows, summary } = await rowsOf(engine, review, { text: userEmail });
      const found = rows.find((one) => one.item.membershipId === item);
      return [found?.standing, found?.own, summary.counts.keep];
    };
    valueIn(await decide(engine, plain, keep, own));
    expect(await told(plain)).toEqual(['keep', true, 1]);
    expect(
      valueIn(await engine.call('exportReview', { id: plain.id, signer: 'Ada', format: 'html' })).text,
    ).toContain(`${own} (own access)`);

    const strict = await create(engine, { ownAccess: 'refused' });
    expect(await decide(engine, strict, keep, userName)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await told(strict)).toEqual(['open', false, 0]);
    // Nor what another one decided about it.
    valueIn(await decide(engine, strict, [{ item, decision: 'revoke' }], 'Ada'));
    const back = await decide(engine, strict, [{ item, decision: 'open' }], userName);
    expect(back).toMatchObject({ error: { code: 'forbidden' } });
    expect(await told(strict)).toEqual(['revoke', false, 0]);

    const paired = await create(engine, { ownAccess: 'second' });
    valueIn(await decide(engine, paired, [{ item, decision: 'revoke' }], own));
    expect(await told(paired)).toEqual(['open', true, 0]);
    const alone = toldReview(await exported(engine, paired, 'Ada'));
    expect(alone).toMatchObject({ verified: true, counts: { open: paired.total, revoke: 0 } });
    valueIn(await decide(engine, paired, keep, 'Ada'));
    expect(await told(paired)).toEqual(['keep', false, 1]);
    // And back: their own word replaces nobody's, so that the two differ, and nothing is revoked by it.
    valueIn(await decide(engine, paired, [{ item, decision: 'revoke' }], own));
    expect(await told(paired)).toEqual(['disputed', true, 0]);
    valueIn(await decide(engine, paired, keep, 'Ada'));
    const ended = valueIn(await engine.call('closeReview', { id: paired.id, by: 'Ada' }));
    expect(ended).toMatchObject({ evidence: [], summary: { changeSetId: '', ownAccess: 'second' } });
    expect(toldReview(await exported(engine, paired, 'Ada'))).toMatchObject({ verified: true });
  });
});
