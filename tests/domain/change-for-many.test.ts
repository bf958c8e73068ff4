import { blankRecord } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { holds } from '@shared/domain/rules/template';
import { changeFor } from '@shared/domain/templates/change-for-many';
import { nextToRead } from '@shared/domain/templates/template-reads';
import { textsOf, withoutWords, withWords } from '@shared/domain/templates/template-texts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { synced } from '../support/sample-rows';

const held = { name: 'Code', subject: 'Your code', body: '<h1>Hello</h1><p>{{otp_code}}</p><p>Bye.</p>' };
const row = (values: Partial<StoredRecord<'template'>>): StoredRecord<'template'> => {
  const known: Partial<RemoteRecord<'template'>> = {
    type: 'email',
    slug: 'code',
    requiredVariables: ['otp_code'],
    canEditBody: true,
  };
  const blank = blankRecord('template', RecordId.parse('app_1/email/code'), 1);
  return synced('template', { ...blank, ...known, ...held, ...values }).record as StoredRecord<'template'>;
};
const before = textsOf(row({}));
const none = {};

const sentence = fc.constantFrom('Hello.', 'Dear all.', 'Bye.', '{{otp_code}}', 'See you!', '');
const body = fc
  .array(sentence, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one) => `<p>${one}</p>`).join(''));

it('nothing is ever staged that lacks what a template must hold, or that loses what a customer changed', () => {
  fc.assert(
    fc.property(body, body, body, (base, mine, theirs) => {
      const changed = changeFor(
        row({ body: theirs }),
        { before: { ...before, body: base }, after: { ...before, body: mine } },
        none,
      );
      const [draft, ...more] = changed.drafts;
      expect(more).toEqual([]);
      if (changed.outcome === 'collides') expect(changed.collisions.length).toBeGreaterThan(0);
      if (draft === undefined) return;
      if (draft.action.verb !== 'update') throw new Error('templates are edited');
      const { value, base: seen } = draft.action;
      // What the plan looks for is what this customer has, not what the others had.
      expect(seen).toBe(theirs);
      expect(holds(String(value), 'otp_code')).toBe(true);
      if (theirs === base) expect([changed.outcome, value]).toEqual(['clean', mine]);
      else expect(changed.outcome).toBe('merged');
    }),
  );
});

it('one field that collides leaves all of the customer as it is', () => {
  const after = { ...before, subject: 'Mine', body: `${before.body}<p>More.</p>` };
  const changed = changeFor(row({ subject: 'Theirs' }), { before, after }, none);
  expect(changed).toMatchObject({ outcome: 'collides', drafts: [], collisions: [{ field: 'subject' }] });
  expect(changed.why).toBe('It changed the same words in another way.');
});

it('no sentence is put into a text of another language; tags are, and so is what changes that language’s own wording', () => {
  const german = { subject: 'Ihr Code', body: '<h1>Hallo</h1><p>{{otp_code}}</p><p>Tschüss.</p>' };
  const more = before.body.replace('</h1>', '</h1><p>Nobody asks you for it.</p>');
  const changed = (base: typeof before, body: string) =>
    changeFor(row(german), { before: base, after: { ...base, body } }, none);
  expect(changed(before, more)).toMatchObject({
    outcome: 'collides',
    why: expect.stringContaining('as in another language'),
    collisions: [{ field: 'body', base: before.body, mine: more, theirs: german.body }],
    drafts: [],
  });
  expect(changed(before, before.body.replace('<p>', '<p class="x">'))).toMatchObject({
    outcome: 'merged',
  });
  const own = { ...before, ...german };
  expect(changed(own, `${german.body}<p>Fragen Sie uns.</p>`)).toMatchObject({ outcome: 'clean' });
  // Who wrote one sentence anew in the same language still shares the others.
  const near = row({ body: before.body.replace('Bye.', 'See you.') });
  expect(changeFor(near, { before, after: { ...before, body: more } }, none).outcome).toBe('merged');
});

it('a template that may not be changed says why', () => {
  const locked = row({ type: 'sms', canEditBody: false, body: '{{otp_code}}' });
  const texts = textsOf(locked);
  const change = { before: texts, after: { ...texts, body: 'Code: {{otp_code}}' } };
  expect(changeFor(locked, change, none)).toMatchObject({
    outcome: 'refused',
    why: expect.stringContaining('deliver it'),
  });
});

it('words of customers are put in as text, and the same change is nothing where they stand already', () => {
  const words = { desk: 'Ada & <Co>' };
  const after = { ...before, subject: '[[desk]]', body: before.body.replace('Bye.', '[[desk]]') };
  const changed = changeFor(row({}), { before, after }, words);
  expect(changed.texts).toMatchObject({
    subject: 'Ada & <Co>',
    body: expect.stringContaining('Ada &amp; &lt;Co&gt;'),
  });
  expect(changeFor(row({ ...changed.texts }), { before, after }, words).outcome).toBe('same');
  expect(changeFor(row({}), { before, after }, none)).toMatchObject({ outcome: 'lacks', drafts: [] });
});

it('words taken out and put in again are the text as it was', () => {
  const word = fc.constantFrom('Ashford', 'help@a.example', 'a & b', 'red', 'no');
  const text = fc.array(fc.oneof(word, fc.constantFrom(' ', 'redder', '<p>', 'x', '.', '&amp;')), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(text, fc.array(word, { maxLength: 3 }), (parts, own) => {
      const words = Object.fromEntries(own.map((each, at) => [`w${at}`, each]));
      const whole = parts.join('');
      for (const field of ['subject', 'body'] as const) {
        const bare = withoutWords('email', field, whole, words);
        expect(withWords('email', field, bare, words).text).toBe(whole);
      }
    }),
  );
  expect(withoutWords('email', 'subject', 'Ashford, Ashfords', { name: 'Ashford' })).toBe(
    '[[name]], Ashfords',
  );
});

it('those never read are read first, then those read longest ago, nobody who was read since', () => {
  const hour = 3_600_000;
  const reads = new Map([
    ['old', { at: 1, failure: null }],
    ['older', { at: 0.5, failure: null }],
    ['now', { at: 9 * hour, failure: null }],
  ]);
  const next = (most: number) =>
    nextToRead(['now', 'old', 'older', 'never'], reads, { now: 9 * hour, before: 8 * hour + 1, most });
  expect(next(9)).toEqual(['never', 'older', 'old']);
  expect(next(1)).toEqual(['never']);
});

it('who was read by a clock that was a week ahead is read again at once', () => {
  const day = 86_400_000;
  const reads = new Map([['ahead', { at: 8 * day, failure: null }]]);
  expect(nextToRead(['ahead'], reads, { now: day, before: day - 1, most: 1 })).toEqual(['ahead']);
});
