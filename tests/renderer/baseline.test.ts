import { heldPage } from '@renderer/bridge/use-fleet';
import {
  broughtFailures,
  exceptionId,
  isListed,
  restated,
  settingRow,
  settingRows,
  typedText,
} from '@renderer/screens/baseline/baseline-values';
import { headOf } from '@renderer/screens/baseline/setting-head';
import { dayEnd } from '@renderer/ui/format/day';
import { baseline } from '@shared/domain/books/baseline';
import { BookId } from '@shared/domain/books/book';
import { type ConfigSetting, configGroups } from '@shared/domain/config-settings';
import { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import { afterEach, expect, test } from 'vitest';

const groups = configGroups({
  properties: {
    auth: {
      properties: {
        scopes: { type: 'array', items: { type: 'string' } },
        note: { type: 'string' },
        tier: { type: 'integer', enum: [10, 20] },
        on: { type: 'boolean' },
        length: { type: 'integer' },
      },
    },
  },
});
const known = groups.flatMap(({ settings }) => settings);
function at(path: string): ConfigSetting {
  const setting = known.find((one) => one.path === path);
  if (setting === undefined) throw new Error(`no ${path}`);
  return setting;
}
const held: Readonly<Record<string, JsonValue>> = {
  'config.auth.scopes': [],
  'config.auth.note': '',
  'config.auth.tier': 10,
  'config.auth.length': 8,
};

test('what is empty in the application that settings are taken from is taken as it is', () => {
  const rows = settingRows(known, held, {});
  expect(Object.fromEntries(rows.map(({ setting, parsed }) => [setting.path, parsed]))).toEqual(
    Object.fromEntries(Object.entries(held).map(([path, value]) => [path, { ok: true, value }])),
  );
});

test('only what is edited goes through its text', () => {
  const names = ['Smith, John', 'b'];
  const rows = settingRows(known, { ...held, 'config.auth.scopes': names }, { 'config.auth.length': '12' });
  const values = rows.map(({ parsed }) => (parsed.ok ? parsed.value : parsed.error));
  expect(values).toEqual([names, '', 10, 12]);
  expect(settingRow(at('config.auth.tier'), 10, '20').parsed).toEqual({ ok: true, value: 20 });
  // Typed and typed back is nothing edited.
  expect(settingRow(at('config.auth.note'), '', '').parsed).toEqual({ ok: true, value: '' });
  const shown = typedText(at('config.auth.scopes'), names);
  expect(settingRow(at('config.auth.scopes'), ['c'], shown).parsed).toEqual({ ok: true, value: names });
});

test('nothing chosen is no value: a flag neither on nor off, a number without digits', () => {
  expect(settingRow(at('config.auth.on'), true, '').parsed.ok).toBe(false);
  expect(settingRow(at('config.auth.length'), 8, '').parsed.ok).toBe(false);
  expect(settingRow(at('config.auth.note'), 'x', '').parsed.ok).toBe(false);
  expect(settingRow(at('config.auth.scopes'), ['x'], ' ').parsed).toEqual({ ok: true, value: [] });
});

test('of a rule with several conditions, or one of no setting, none is lost behind a form for one', () => {
  const rule = (...fields: readonly string[]) => fields.map((field) => ({ field, value: 1 }));
  expect(isListed(rule('config.auth.length'), known)).toBe(false);
  expect(isListed([], known)).toBe(false);
  expect(isListed(rule('config.auth.length', 'config.auth.tier'), known)).toBe(true);
  expect(isListed(rule('name'), known)).toBe(true);
});

test('a baseline says one customer’s value only where it says a plain one now', () => {
  const path = 'config.branding.support_email';
  const of = (value: string) =>
    baseline.value.parse({ name: 'Golden', level: 'all', settings: [{ path, value }] });
  expect(restated(of('a@x.example'), path, 'b@x.example')).toEqual({ ok: true, value: of('b@x.example') });
  expect(restated(of('{{support}}'), path, 'b@x.example').ok).toBe(false);
  expect(restated(of('{{user.email}}'), path, 'b@x.example').ok).toBe(true);
  expect(restated(of('a@x.example'), 'config.branding.sign_in_title', 'Hello').ok).toBe(false);
});

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  ['2026-03-29', '2026-03-29T23:59:59.999Z'],
  ['2026-10-25', '2026-10-25T23:59:59.999Z'],
  ['2026-11-30', '2026-11-30T23:59:59.999Z'],
])('the end of %s is %s in Berlin too, also where the clock changes', (day, end) => {
  process.env.TZ = 'Europe/Berlin';
  expect(new Date(dayEnd(day)).toISOString()).toBe(end);
});

test('what was not staged is said with the names of its applications', () => {
  const failure = { code: 'refused', message: 'No.', next: 'Ask.' } as const;
  const rejected = [4, 7].map((index) => ({ index, failure }));
  const ids = ['app_1', 'app_2'].map((id) => RecordId.parse(id));
  const names = new Map([['app_1', 'Acme']]);
  expect(broughtFailures({ rejected, rejectedOf: ids }, names)).toMatchObject([
    { message: 'Not staged for 2 rows (Acme, app_2): No.' },
  ]);
});

test('the rows on screen are held, on a tall screen too', () => {
  for (const tall of [1, 40, 60, 100, 145])
    for (const from of [0, 49, 99, 120, 1_049]) {
      const { offset, limit } = heldPage(from, from + tall);
      expect(offset).toBeLessThanOrEqual(from);
      expect(offset + limit).toBeGreaterThanOrEqual(from + tall);
      expect(limit).toBeLessThanOrEqual(200);
    }
});

test('exceptions of settings whose names do not fit an id whole have ids of their own', () => {
  expect(exceptionId('app_1', 'config.auth.length')).toBe('app_1:config.auth.length');
  const paths = ['config.session.claims.a b', 'config.session.claims.a/b', `config.a.${'x'.repeat(200)}1`];
  const ids = [...paths, `config.a.${'x'.repeat(200)}2`].map((path) => exceptionId('app_1', path));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(BookId.safeParse(id).success).toBe(true);
});

test('a setting is as it should be over the fleet only where that could be told of every application', () => {
  const counts = {
    same: 3,
    differs: 0,
    accepted: 1,
    expired: 0,
    unlicensed: 0,
    'missing-variable': 0,
    unknown: 0,
  };
  expect(headOf(counts)).toBe('as it should be');
  expect(headOf({ ...counts, unlicensed: 2 })).toBe('2 not in their plan');
  expect(headOf({ ...counts, unlicensed: 2, unknown: 4 })).toBe('4 not known');
  expect(headOf({ ...counts, unknown: 4, 'missing-variable': 29 })).toBe('29 lack a variable');
  expect(headOf({ ...counts, expired: 1, differs: 1, 'missing-variable': 29 })).toBe('2 differ');
});
