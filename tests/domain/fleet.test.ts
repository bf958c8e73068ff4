import { baseline, exception } from '@shared/domain/books/baseline';
import type { EntryOf, ValueOf } from '@shared/domain/books/books';
import { type ConfigSetting, configGroups } from '@shared/domain/config-settings';
import { writeField } from '@shared/domain/field-path';
import { bringDrafts } from '@shared/domain/fleet/bring-drafts';
import { createJudge, type FleetBooks, type FleetFacts } from '@shared/domain/fleet/judge-application';
import { heldSetting, sameSetting } from '@shared/domain/fleet/same-setting';
import { addVerdicts, noVerdicts, scoreOf } from '@shared/domain/fleet/verdict';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applicationId, applicationRow } from './application-row';

const id = applicationId;
const minLength = 'config.auth_password.min_length';
const required = 'config.auth_multi_factor.required_for_sign_up';
const support = 'config.branding.support_email';
const now = 10_000;

const recordOf = (config: JsonObject, staged: Readonly<Record<string, JsonValue>> = {}) =>
  applicationRow({ config, domain: 'acme.example' }, staged);

const written = { at: 1, by: '', why: '' };
const golden = (
  name: string,
  settings: Readonly<Record<string, JsonValue>>,
  over: Partial<ValueOf<'baseline'>> = {},
) => ({
  ...written,
  id: name,
  value: baseline.value.parse({
    name,
    level: 'all',
    settings: Object.entries(settings).map(([path, value]) => ({ path, value })),
    ...over,
  }),
});
const accepted = (path: string, value: JsonValue, until: number | null = null): EntryOf<'exception'> => ({
  ...written,
  id: path,
  value: exception.value.parse({ applicationId: id, path, value, until, reason: 'asked for' }),
});

function judge(config: JsonObject, books: Partial<FleetBooks>, facts: Partial<FleetFacts> = {}, staged = {}) {
  const all = { baselines: [], groups: [], variables: [], exceptions: [], ...books };
  const known = { settings: new Map<string, ConfigSetting>(), isUnpaid: () => false, now, ...facts };
  return createJudge(all, known)(recordOf(config, staged));
}
const verdictOf = (...asked: Parameters<typeof judge>) => judge(...asked)[0]?.verdict;

it.each<[string, Partial<ConfigSetting>, JsonValue, JsonValue, boolean]>([
  ['numbers by what they are', { kind: 'number' }, 8, 8.0, true],
  ['colours in any case', { kind: 'color' }, '#1F6FEB', '#1f6feb', true],
  ['texts as they may be spelt anew', { kind: 'text' }, ' Café  au ', 'Café au', true],
  [
    'addresses in any case',
    { kind: 'text', format: 'email' },
    'Help@Acme.example',
    'help@acme.example',
    true,
  ],
  ['texts in their case', { kind: 'text' }, 'Acme', 'ACME', false],
  ['sets in any order', { kind: 'list', unordered: true }, ['b', 'a', 'a'], ['a', 'b'], true],
  ['lists in their order', { kind: 'list', unordered: false }, ['b', 'a'], ['a', 'b'], false],
  ['objects in any order of keys', { kind: 'json' }, { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['numbers are no texts', { kind: 'number' }, 8, '8', false],
])('compares %s', (_, setting, a, b, same) => {
  const whole = { kind: 'text', unordered: false, format: undefined, ...setting } as const;
  expect(sameSetting(whole, a, b)).toBe(same);
});

it('a schema says what holds where nothing is set, and which lists are sets', () => {
  const properties = {
    a: { type: 'integer', default: 5 },
    b: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    c: { type: 'string' },
  };
  const [group] = configGroups({ properties: { g: { type: 'object', properties } } });
  const [a, b, c] = group?.settings ?? [];
  expect(b?.unordered).toBe(true);
  expect(heldSetting({ g: {} }, 'config.g.a', a)).toBe(5);
  expect(heldSetting({ g: { a: 7 } }, 'config.g.a', a)).toBe(7);
  expect(heldSetting({ g: {} }, 'config.g.c', c)).toBeUndefined();
});

it.each<[string, JsonObject]>([
  ['a config that was never read', {}],
  ['a group that reads back as null', { auth_password: null }],
  ['a value that reads back as null', { auth_password: { min_length: null } }],
  ['a mask', { auth_password: { min_length: '••••••••' } }],
  ['a key that is not there, without a default', { auth_password: { enabled: true } }],
])('%s is unknown, and never drift', (_, config) => {
  expect(verdictOf(config, { baselines: [golden('all', { [minLength]: 12 })] })).toBe('unknown');
});

it('the value for the customer comes before that of its group, and that before the one for all; then rank, then name', () => {
  const pilot = {
    ...written,
    id: 'pilot',
    value: { name: 'Pilot', members: [], where: [{ field: required, value: true }] },
  };
  const baselines = [
    golden('all', { [minLength]: 8 }, { rank: 0 }),
    golden('z', { [minLength]: 10, [required]: true }, { level: 'group', of: 'pilot' }),
    golden('a', { [minLength]: 11 }, { level: 'group', of: 'pilot', rank: 2 }),
    golden('own', { [minLength]: 12 }, { level: 'application', of: id }),
    golden('other', { [minLength]: 72 }, { level: 'application', of: 'app_2' }),
  ];
  const config = { auth_password: { min_length: 8 }, auth_multi_factor: { required_for_sign_up: true } };
  const sources = (of: typeof baselines) =>
    judge(config, { baselines: of, groups: [pilot] }).map(({ path, value, source }) => [
      path,
      value,
      source.name,
    ]);
  expect(sources(baselines)).toEqual([
    [minLength, 12, 'own'],
    [required, true, 'z'],
  ]);
  expect(sources(baselines.filter(({ id: one }) => one !== 'own'))[0]).toEqual([minLength, 10, 'z']);
  expect(sources(baselines.slice(0, 1))).toEqual([[minLength, 8, 'all']]);
});

it('a part of a setting and the whole of it combine: what comes before counts, so that both can be the same at once', () => {
  const claims = 'config.session.claims';
  const of = (part: Partial<ValueOf<'baseline'>>, whole: Partial<ValueOf<'baseline'>>) =>
    judge(
      { session: { claims: { tier: 'gold', lang: 'de' } } },
      {
        baselines: [
          golden('whole', { [claims]: { tier: 'basic', lang: 'de' } }, whole),
          golden('part', { [`${claims}.tier`]: 'gold' }, part),
        ],
      },
    ).map(({ path, value, verdict }) => [path, value, verdict]);
  expect(of({ rank: 0 }, { rank: 1 })).toEqual([
    [`${claims}.tier`, 'gold', 'same'],
    [claims, { tier: 'gold', lang: 'de' }, 'same'],
  ]);
  expect(of({ rank: 1 }, { rank: 0 })).toEqual([[claims, { tier: 'basic', lang: 'de' }, 'differs']]);
});

it('variables are each application’s own; a missing one is said, and compared with nothing', () => {
  const baselines = [
    golden('all', {
      [support]: 'help@{{ domain }}',
      'config.session.claims': { id: '{{user.id}}', t: '{{tier}}' },
    }),
  ];
  const config = {
    branding: { support_email: 'help@acme.example' },
    session: { claims: { id: '{{user.id}}', t: 'gold' } },
  };
  expect(judge(config, { baselines }).map(({ verdict, missing }) => [verdict, missing])).toEqual([
    ['same', []],
    ['missing-variable', ['tier']],
  ]);
  const variables = [{ ...written, id, value: { values: { tier: 'gold' } } }];
  expect(judge(config, { baselines, variables }).map(({ verdict }) => verdict)).toEqual(['same', 'same']);
});

it('what the service would not sell is apart, and what is staged stands beside', () => {
  const baselines = [golden('all', { [minLength]: 12 })];
  const config = { auth_password: { min_length: 8 } };
  const isUnpaid = (of: string, path: string) => of === id && path === minLength;
  expect(verdictOf(config, { baselines }, { isUnpaid })).toBe('unlicensed');
  expect(verdictOf({ auth_password: { min_length: 12 } }, { baselines }, { isUnpaid })).toBe('same');
  const [staged] = judge(config, { baselines }, {}, { [minLength]: 12 });
  expect(staged).toMatchObject({ verdict: 'differs', found: 8, staged: { value: 12, verdict: 'same' } });
  expect(bringDrafts(id, staged ? [staged] : [], false)).toEqual([]);
  // What the admin staged himself is his: only one by one the baseline comes before it.
  const own = judge(config, { baselines }, {}, { [minLength]: 33 });
  expect(bringDrafts(id, own, false)).toEqual([]);
  expect(bringDrafts(id, own, true)).toMatchObject([{ action: { value: 12 } }]);
});

it('the score counts what can be told', () => {
  const counts = {
    ...noVerdicts(),
    same: 2,
    accepted: 1,
    expired: 1,
    unknown: 5,
    unlicensed: 5,
    'missing-variable': 5,
  };
  expect(scoreOf(counts)).toBe(0.75);
  expect(scoreOf(noVerdicts())).toBeNull();
  addVerdicts(counts, counts);
  expect(counts.same).toBe(4);
});

const value = fc.integer({ min: 8, max: 12 });

it('an exception covers its own value and no other, until its time', () => {
  fc.assert(
    fc.property(
      value,
      value,
      value,
      fc.option(fc.integer({ min: 0, max: 2 * now })),
      (should, held, allowed, until) => {
        const books = {
          baselines: [golden('all', { [minLength]: should })],
          exceptions: [accepted(minLength, allowed, until)],
        };
        const lasts = until === null || until > now;
        const expected =
          held === should ? 'same' : held !== allowed ? 'differs' : lasts ? 'accepted' : 'expired';
        expect(verdictOf({ auth_password: { min_length: held } }, books)).toBe(expected);
      },
    ),
  );
});

it('of several exceptions for one setting the one that covers the value counts, in whatever order they come', () => {
  const exceptions = [
    accepted(minLength, 9),
    accepted(minLength, 10, now - 1),
    accepted(minLength, 11, now + 1),
  ];
  for (const own of [exceptions, exceptions.toReversed()])
    expect(
      [9, 10, 11, 12].map((held) =>
        verdictOf(
          { auth_password: { min_length: held } },
          { baselines: [golden('all', { [minLength]: 16 })], exceptions: own },
        ),
      ),
    ).toEqual(['accepted', 'expired', 'accepted', 'differs']);
});

it('brought to the baseline and applied, drift is the same; what was accepted stays, unless it is chosen one by one', () => {
  const texts = fc.constantFrom('#111111', '#222222', '#ABCDEF');
  fc.assert(
    fc.property(
      value,
      texts,
      value,
      texts,
      fc.option(value),
      fc.boolean(),
      (length, color, held, shown, allowed, oneByOne) => {
        const books = {
          baselines: [golden('all', { [minLength]: length, 'config.branding.primary_color': color })],
          exceptions: allowed === null ? [] : [accepted(minLength, allowed)],
        };
        const before = judge(
          { auth_password: { min_length: held }, branding: { primary_color: shown } },
          books,
        );
        let record: JsonObject = {
          config: { auth_password: { min_length: held }, branding: { primary_color: shown } },
        };
        for (const { action } of bringDrafts(id, before, oneByOne))
          if (action.verb === 'update') record = writeField(record, action.field, action.value);
        const after = judge(record.config as JsonObject, books);
        for (const [place, { verdict }] of before.entries())
          expect(after[place]?.verdict).toBe(verdict === 'accepted' && !oneByOne ? 'accepted' : 'same');
      },
    ),
  );
});

it('a rule of a group compares as a baseline does: defaults, spelling and sets; what nobody can tell is no member', () => {
  const of = (field: string, value: JsonValue) => {
    const group = { ...written, id: 'g', value: { name: 'G', members: [], where: [{ field, value }] } };
    const baselines = [golden('g', { [minLength]: 12 }, { level: 'group', of: 'g' })];
    const properties = {
      auth_password: {
        type: 'object',
        properties: {
          min_length: { type: 'integer', default: 8 },
          kinds: { type: 'array', uniqueItems: true },
        },
      },
    };
    const described = configGroups({ properties }).flatMap(({ settings }) => settings);
    const settings = new Map(described.map((setting) => [setting.path, setting]));
    const config = { auth_password: { kinds: ['a', 'b'] }, branding: { support_email: 'Help@acme.example' } };
    return judge(config, { baselines, groups: [group] }, { settings }).length === 1;
  };
  expect(of(minLength, 8)).toBe(true);
  expect(of('config.auth_password.kinds', ['b', 'a'])).toBe(true);
  expect(of(support, 'help@acme.example')).toBe(true);
  expect(of('name', 'Acme')).toBe(true);
  expect(of('config.auth_passwort.nope', null)).toBe(false);
});

it('an application without a domain may be given one for its texts, and one that has it keeps its own', () => {
  const baselines = [golden('all', { [support]: 'help@{{domain}}' })];
  const config = { branding: { support_email: 'help@given.example' } };
  const variables = [{ ...written, id, value: { values: { domain: 'given.example' } } }];
  const row = recordOf(config);
  const bare = { ...row, domain: '' };
  const known = { settings: new Map(), isUnpaid: () => false, now };
  const judgeOne = createJudge({ baselines, groups: [], variables, exceptions: [] }, known);
  expect(judgeOne(bare)[0]?.verdict).toBe('same');
  expect(judgeOne(row)[0]).toMatchObject({ verdict: 'differs', value: 'help@acme.example' });
});
