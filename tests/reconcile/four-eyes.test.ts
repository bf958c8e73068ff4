import type { ChangeSets } from '@main/reconcile/change-sets/change-sets';
import { createChangeSets } from '@main/reconcile/change-sets/create-change-sets';
import { createFourEyes, type FourEyes } from '@main/reconcile/four-eyes/create-four-eyes';
import { readSignedFile } from '@main/reconcile/four-eyes/read-signed-file';
import { signingKeyOf } from '@main/reconcile/four-eyes/signing-key';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { openStates } from '@shared/domain/intent';
import { describe, expect, it } from 'vitest';
import { passing } from '../support/tampered';
import { valueIn } from '../support/value-in';
import { drafts } from './drafts';
import { openWorld, type TestWorld } from './open-world';

let ids = 0;

interface Admin extends Pick<TestWorld, 'store' | 'staging'> {
  readonly changeSets: ChangeSets;
  readonly fourEyes: FourEyes;
  back(): Promise<Admin>;
}

/** One admin over a workspace of their own. RxDB's open edition allows one in a process at a time: they take turns. */
function parts({ store, staging, reopen }: TestWorld, secret: string): Admin {
  const newId = (): string => `e${++ids}`;
  const options = { store, now: Date.now, newId, staging };
  const changeSets = createChangeSets(options);
  const key = signingKeyOf(secret.repeat(32));
  const fourEyes = createFourEyes({ ...options, changeSets, key, service: 'http://service/v1' });
  const back = async (): Promise<Admin> => parts(await reopen(), secret);
  return { store, staging, changeSets, fourEyes, back };
}

/** Ann's exported set, and Ben at work. */
async function exported() {
  const ann = parts(await openWorld(), 'aa');
  const { id } = valueIn(await ann.changeSets.create({ title: 'Nova: go live', ticket: 'OPS-9' }));
  await ann.staging.stage(
    [
      drafts.role('orgmem_2', 'org:viewer'),
      drafts.create('new_nova', { name: 'Nova', slug: 'nova' }),
      drafts.add('new_nova', 'user_6', 'org:admin'),
      drafts.remove('membership', 'orgmem_3'),
    ],
    id,
  );
  const file = valueIn(await ann.fourEyes.exportSet(id, 'Ann'));
  const labels = (await ann.store.intents({ states: openStates })).map(({ label }) => label);
  await ann.store.close();
  const ben = parts(await openWorld(), 'bb');
  return { ann, ben, id, file, labels };
}

/** Ben is done, Ann is back. */
async function turn(ben: Admin, ann: Admin): Promise<Admin> {
  await ben.store.close();
  return ann.back();
}

describe('a signed change set', () => {
  it('is staged by a colleague, approved with a note, and comes back with the verdict', async () => {
    const { ann: away, ben, id, file, labels } = await exported();
    expect(file.fileName).toBe('nova-go-live.tenantry.json');
    const taken = valueIn(await ben.fourEyes.importSet(file.text));
    expect(taken.rejected).toEqual([]);
    expect(taken).toMatchObject({
      changeSet: { title: 'Nova: go live', ticket: 'OPS-9' },
      review: { author: { name: 'Ann', self: false }, verdicts: [], current: true },
      sameService: true,
    });
    const open = await ben.store.intents({ states: openStates });
    expect(open.map(({ label }) => label)).toEqual(labels);
    const verdict = { decision: 'approved', note: 'Checked with Ede.', signer: 'Ben' } as const;
    const back = valueIn(await ben.fourEyes.review(taken.changeSet.id, verdict));
    expect(back.fileName).toBe('nova-go-live.approved.tenantry.json');
    const ann = await turn(ben, away);
    const home = valueIn(await ann.fourEyes.importSet(back.text));
    expect(home).toMatchObject({ changeSet: { id }, staged: [] });
    const review = await ann.fourEyes.signed(id);
    expect(review).toMatchObject({
      author: { self: true },
      verdicts: [{ decision: 'approved', note: 'Checked with Ede.', by: { name: 'Ben', self: false } }],
      current: true,
    });
    await ann.staging.stage([drafts.role('orgmem_2', 'org:admin')], id);
    expect(await ann.fourEyes.signed(id)).toMatchObject({ current: false });
  });

  it('that is refused is withdrawn here, and undo brings it back', async () => {
    const { ben, file } = await exported();
    const { changeSet } = valueIn(await ben.fourEyes.importSet(file.text));
    await ben.fourEyes.review(changeSet.id, { decision: 'refused', note: 'Not yet.', signer: 'Ben' });
    expect(await ben.store.intents({ states: openStates })).toEqual([]);
    valueIn(await ben.staging.undo());
    expect(await ben.store.intents({ states: openStates })).toHaveLength(4);
  });

  it('cannot be approved by its author', async () => {
    const { ann: away, ben, id } = await exported();
    const ann = await turn(ben, away);
    const verdict = { decision: 'approved', note: '', signer: 'Another name' } as const;
    expect(await ann.fourEyes.review(id, verdict)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await ann.fourEyes.exportSet(defaultChangeSetId, 'Ann')).toMatchObject({ ok: false });
  });

  it.each([
    ['a title', (text: string) => text.replace('Nova: go live', 'Nova: go home'), /title, ticket/],
    ['a step', (text: string) => text.replace('org:viewer', 'org:admin'), /Step 1 \(Dana|Step 1 \(Ede/],
    ['a base', (text: string) => text.replace('"base": "org:member"', '"base": "org:viewer"'), /Step 1/],
    ['half of it', (text: string) => text.slice(0, text.length / 2), /cut short/],
    ['a verdict', (text: string) => text.replace('Not yet', 'Go on'), /verdict of Ben was changed/],
    ['a decision', (text: string) => text.replace('"refused"', '"approved"'), /verdict of Ben was changed/],
    [
      'a step taken out',
      (text: string) => {
        const file = JSON.parse(text);
        return JSON.stringify({ ...file, steps: file.steps.slice(0, 3) });
      },
      /4 steps were signed, but the file holds 3/,
    ],
  ])('with %s tampered with is refused, and what it was is named', async (_, tamper, named) => {
    const { ann: away, ben, file } = await exported();
    const { changeSet } = valueIn(await ben.fourEyes.importSet(file.text));
    const verdict = { decision: 'refused', note: 'Not yet.', signer: 'Ben' } as const;
    const { text } = valueIn(await ben.fourEyes.review(changeSet.id, verdict));
    const forged = tamper(text);
    expect(forged).not.toBe(text);
    const ann = await turn(ben, away);
    const result = await ann.fourEyes.importSet(forged);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(result.ok ? '' : result.error.message).toMatch(named);
  });

  it('is believed as it was written only, to the last character', async () => {
    const { ben, file } = await exported();
    const { changeSet } = valueIn(await ben.fourEyes.importSet(file.text));
    const verdict = { decision: 'approved', note: 'Checked.', signer: 'Ben' } as const;
    const { text } = valueIn(await ben.fourEyes.review(changeSet.id, verdict));
    expect(passing(text, (changed) => readSignedFile(changed).ok)).toEqual(['lines as Windows ends them']);
  });
});
