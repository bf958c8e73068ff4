import { baseline, exception } from '@shared/domain/books/baseline';
import { readField, writeField } from '@shared/domain/field-path';
import { bringDrafts } from '@shared/domain/fleet/bring-drafts';
import { createJudge } from '@shared/domain/fleet/judge-application';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applicationId, applicationRow } from './application-row';

it('what a part of a setting lacks, the whole lacks: neither is brought to a text with braces', () => {
  const said = (name: string, rank: number, path: string, value: string | { readonly lang: string }) => ({
    ...{ id: name, by: 'Ada', why: '', at: 1 },
    value: baseline.value.parse({ name, level: 'all', rank, settings: [{ path, value }] }),
  });
  const claims = 'config.session.claims';
  const baselines = [said('part', 0, `${claims}.tier`, '{{tier}}'), said('whole', 1, claims, { lang: 'de' })];
  const known = { settings: new Map(), isUnpaid: () => false, now: 10_000 };
  const row = applicationRow(
    { config: { session: { claims: { tier: 'gold', lang: 'de' } } }, domain: '' },
    {},
  );
  const judged = createJudge({ baselines, groups: [], variables: [], exceptions: [] }, known)(row);
  expect(judged.map(({ path, verdict }) => [path, verdict]).sort()).toEqual([
    [claims, 'missing-variable'],
    [`${claims}.tier`, 'missing-variable'],
  ]);
});

it('where nobody can tell whether an application is of a group, nobody can tell what its setting should be', () => {
  const minLength = 'config.auth_password.min_length';
  const level = fc.constantFrom('all', 'group', 'application');
  const said = fc.record({ level, rank: fc.integer({ min: 0, max: 2 }), value: fc.constantFrom(8, 9) });
  const shown = fc.constantFrom(true, false, null, undefined, '••••••••');
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), shown, fc.boolean(), (all, on, named) => {
      const baselines = all.map((one, place) => ({
        ...{ id: `${place}`, by: 'Ada', why: '', at: 1 },
        value: baseline.value.parse({
          ...{ name: `${place}`, level: one.level, rank: one.rank },
          of: { all: '', group: 'g', application: applicationId }[one.level],
          settings: [{ path: minLength, value: one.value }],
        }),
      }));
      const where = [
        { field: 'config.pilot.on', value: true },
        { field: 'name', value: 'Acme' },
      ];
      const value = { name: 'Pilots', members: named ? [applicationId] : [], where };
      const groups = [{ id: 'g', by: 'Ada', why: '', at: 1, value }];
      const pilot: JsonObject = on === undefined ? {} : { on };
      const row = applicationRow({ config: { auth_password: { min_length: 8 }, pilot }, domain: '' });
      const known = { settings: new Map(), isUnpaid: () => false, now: 10_000 };
      const judge = createJudge({ baselines, groups, variables: [], exceptions: [] }, known);

      const isPilot = named || on === true ? true : on === false || on === undefined ? false : undefined;
      const first = ['application', 'group', 'all']
        .flatMap((of) => [0, 1, 2].map((rank) => ({ of, rank })))
        .flatMap(({ of, rank }) => all.filter((one) => one.level === of && one.rank === rank))
        .find((one) => one.level !== 'group' || isPilot !== false);
      const told = first?.value === 8 ? 'same' : 'differs';
      expect(judge(row).map(({ verdict }) => verdict)).toEqual(
        first === undefined ? [] : [first.level === 'group' && isPilot === undefined ? 'unknown' : told],
      );
    }),
    { numRuns: 300 },
  );
});

const claims = 'config.session.claims';
const tier = `${claims}.tier`;
const held = { tier: 'gold', lang: 'de' };

it.each([
  ['a part of a whole', { [claims]: { tier: 'basic', lang: 'en' } }, tier, 'gold', { [claims]: 'differs' }],
  [
    'the only part that differs',
    { [claims]: { ...held, tier: 'basic' } },
    tier,
    'gold',
    { [claims]: 'accepted' },
  ],
  ['the whole that a part is of', { [tier]: 'basic' }, claims, held, { [tier]: 'accepted' }],
  ['a whole that is held no more', { [tier]: 'basic' }, claims, { tier: 'old' }, { [tier]: 'differs' }],
  ['a part that is held no more', { [claims]: { tier: 'basic' } }, tier, 'old', { [claims]: 'differs' }],
])('what was accepted is no drift and is not overwritten: %s', (_, said, path, value, verdicts) => {
  const entry = { id: 'x', by: 'Ada', why: '', at: 1 };
  const settings = Object.entries(said).map(([of, is]) => ({ path: of, value: is }));
  const baselines = [{ ...entry, value: baseline.value.parse({ name: 'all', level: 'all', settings }) }];
  const exceptions = [
    { ...entry, value: exception.value.parse({ applicationId, path, value, reason: 'contract 7' }) },
  ];
  const known = { settings: new Map(), isUnpaid: () => false, now: 10_000 };
  const judge = createJudge({ baselines, groups: [], variables: [], exceptions }, known);
  const row = applicationRow({ config: { session: { claims: held } }, domain: '' });
  const judged = judge(row);
  expect(Object.fromEntries(judged.map(({ path: of, verdict }) => [of, verdict]))).toEqual(verdicts);
  let after: JsonObject = { config: row.config };
  for (const { action } of bringDrafts(applicationId, judged, false))
    if (action.verb === 'update') after = writeField(after, action.field, action.value);
  const covered = JSON.stringify(readField({ config: row.config }, path)) === JSON.stringify(value);
  if (covered) expect(readField(after, path)).toEqual(value);
});

it.each([
  ['the part', null, 'accepted', []],
  ['nothing any more', 5_000, 'expired', [{ field: claims, value: { ...held, tier: 'basic' } }]],
])(
  'of a whole whose exception has run out, what is accepted of its parts counts: %s',
  (_, until, verdict, brought) => {
    const entry = { by: 'Ada', why: '', at: 1 };
    const settings = [{ path: claims, value: { ...held, tier: 'basic' } }];
    const baselines = [
      { ...entry, id: 'x', value: baseline.value.parse({ name: 'all', level: 'all', settings }) },
    ];
    const accepted = (id: string, path: string, value: JsonValue, to: number | null) => ({
      ...{ ...entry, id },
      value: exception.value.parse({ applicationId, path, value, until: to, reason: 'contract 7' }),
    });
    const exceptions = [accepted('whole', claims, held, 5_000), accepted('part', tier, 'gold', until)];
    const known = { settings: new Map(), isUnpaid: () => false, now: 10_000 };
    const judge = createJudge({ baselines, groups: [], variables: [], exceptions }, known);
    const judged = judge(applicationRow({ config: { session: { claims: held } }, domain: '' }));
    expect(judged).toMatchObject([{ verdict }]);
    expect(bringDrafts(applicationId, judged, false).map(({ action }) => action)).toMatchObject(brought);
  },
);

it('a part goes with the whole that is brought, and not once more by itself', () => {
  const entry = { by: 'Ada', why: '', at: 1 };
  const of = (name: string, rank: number, path: string, value: JsonValue) => ({
    ...{ ...entry, id: name },
    value: baseline.value.parse({ name, level: 'all', rank, settings: [{ path, value }] }),
  });
  const baselines = [of('part', 0, tier, 'basic'), of('whole', 1, claims, { tier: 'x', lang: 'en' })];
  const known = { settings: new Map(), isUnpaid: () => false, now: 10_000 };
  const judge = createJudge({ baselines, groups: [], variables: [], exceptions: [] }, known);
  const judged = judge(applicationRow({ config: { session: { claims: held } }, domain: '' }));
  expect(bringDrafts(applicationId, judged, false).map(({ action }) => action)).toMatchObject([
    { field: claims, value: { tier: 'basic', lang: 'en' }, base: held },
  ]);
});
