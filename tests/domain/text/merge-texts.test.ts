import { mergeTexts } from '@shared/domain/text/merge-texts';
import { piecesOf, wordsOf } from '@shared/domain/text/split-text';
import { textDifference } from '@shared/domain/text/text-difference';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** Texts as templates are: tags, sentences, variables, and what only looks like them. */
const part = fc.constantFrom(
  ...['<p>', '</p>', '<b class="a.b">', 'Hello {{user.first_name}}, ', 'Welcome. ', 'Enter the code: '],
  ...[
    '{{otp_code}}',
    '{{#if x}}',
    '{{/if}}',
    'a < b',
    '3.5 kg',
    '\n',
    '!',
    '{',
    '}}',
    'Bye.',
    ' ',
    'é日本',
    '<',
  ],
);
const template = fc.oneof(
  fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string(),
);

it('pieces and words put together again are the text', () => {
  fc.assert(
    fc.property(template, (text) => {
      expect(piecesOf(text).join('')).toBe(text);
      expect(wordsOf(text).join('')).toBe(text);
    }),
  );
});

it.each(['<', '{{', '{', 'a<', '<a', '{{a'])(
  'a long text of "%s", never closed, is cut in no time',
  (sign) => {
    const text = sign.repeat(60_000);
    const begun = performance.now();
    expect([piecesOf(text).join(''), wordsOf(text).join('')]).toEqual([text, text]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  },
);

it('a difference holds both texts whole', () => {
  fc.assert(
    fc.property(template, template, (before, after) => {
      const runs = textDifference(before, after);
      const without = (kind: string) => runs.filter((run) => run.kind !== kind).map(({ text }) => text);
      expect(without('new').join('')).toBe(before);
      expect(without('gone').join('')).toBe(after);
      if (before === after) expect(runs.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

it('who changed nothing takes what the other changed; changed alike is changed once; neither comes first', () => {
  fc.assert(
    fc.property(template, template, template, (base, mine, theirs) => {
      expect(mergeTexts({ base, mine, theirs: base })).toEqual({ ok: true, text: mine });
      expect(mergeTexts({ base, mine: base, theirs })).toEqual({ ok: true, text: theirs });
      expect(mergeTexts({ base, mine, theirs: mine })).toEqual({ ok: true, text: mine });
      const merged = mergeTexts({ base, mine, theirs });
      const turned = mergeTexts({ base, mine: theirs, theirs: mine });
      expect(turned.ok ? turned.text : 'collides').toBe(merged.ok ? merged.text : 'collides');
    }),
  );
});

it('changes of different sentences and tags are both kept', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.nat(),
      (names, a, b) => {
        const [mineAt, theirsAt] = [a % names.length, b % names.length];
        const of = (changed: Readonly<Record<number, string>>): string =>
          names.map((name, at) => `<p>${changed[at] ?? name + at}.</p>`).join('');
        const merged = mergeTexts({
          base: of({}),
          mine: of({ [mineAt]: 'Mine' }),
          theirs: of({ [theirsAt]: 'Theirs' }),
        });
        if (mineAt === theirsAt)
          expect(merged).toEqual({
            ok: false,
            collisions: [{ base: `${names[mineAt]}${mineAt}.`, mine: 'Mine.', theirs: 'Theirs.' }],
          });
        else expect(merged).toEqual({ ok: true, text: of({ [mineAt]: 'Mine', [theirsAt]: 'Theirs' }) });
      },
    ),
  );
});

it('words of one sentence changed by both collide, though they are different words', () => {
  expect(
    mergeTexts({ base: 'Enter this code.', mine: 'Type this code.', theirs: 'Enter that code.' }).ok,
  ).toBe(false);
});
