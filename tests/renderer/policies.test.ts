import { fieldText } from '@renderer/fields/field-text';
import { settingText } from '@renderer/screens/applications/setting-text';
import { policySections } from '@renderer/screens/policies/policy-groups';
import { reachText } from '@renderer/screens/policies/reach-text';
import { limitChain, limitSourceText } from '@renderer/screens/shared/limit-source';
import { apcaText, ratioText } from '@renderer/ui/brand/contrast-text';
import { configGroups, settingNameParts, undescribedGroups } from '@shared/domain/config-settings';
import { apcaContrast, contrastRatio } from '@shared/domain/figures/contrast';
import type { JsonObject } from '@shared/domain/json';
import { reachOf } from '@shared/domain/policy-reach';
import { choiceWord } from '@shared/domain/setting-words';
import { expect, test } from 'vitest';

const flag = { type: 'boolean' };
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const schema = object({
  auth_multi_factor: object({ required_for_sign_up: flag }),
  auth_password: object({ min_length: { type: 'integer' } }),
  branding: object({ primary_color: { type: 'string', pattern: '^#' } }),
  connection_oauth_github: object({ enabled: flag, scopes: { type: 'array', items: { type: 'string' } } }),
  session: object({ claims: { type: 'object' } }),
});
const config = {
  auth_password: { min_length: 8, rotation: { days: 90 } },
  experimental: { rollout: 5, regions: ['eu'], note: null },
};

test('values are called as people say them, where they are chosen, in tables and in changes', () => {
  const mode = 'config.auth_access_control.sign_up_mode';
  expect(choiceWord(mode, 'restricted')).toBe('Only who is invited');
  expect(choiceWord('config.auth_email.strategy', 'email_code')).toBe('Email code');
  expect(settingText(mode, 'public')).toBe('Anybody');
  expect(settingText('config.branding.application_name', 'public')).toBe('public');
  expect(fieldText('application', mode, 'waitlist')).toBe('Who is let in from the waitlist');
  expect(fieldText('settings', 'values.domains_enrollment_modes', ['automatic_suggestion'])).toBe(
    'Suggested to join',
  );
  expect(fieldText('settings', 'values.blocked_country_codes', ['KP'])).toBe('KP');
});

test('a limit from a default that is only staged says so', () => {
  const extras = { defaultSeats: 30, defaultsStaged: {} };
  const row = { maxAllowedMemberships: 30, seatLimit: 30, seatLimitSource: 'default' } as const;
  expect([limitSourceText(row, extras), limitChain(extras)]).toEqual(['Default', 'Default 30']);
  const staged = { ...extras, defaultsStaged: { 'values.max_allowed_memberships': 25 } };
  expect([limitSourceText(row, staged), limitChain(staged)]).toEqual([
    'Default (staged)',
    'Default 30 (staged)',
  ]);
  expect(limitSourceText({ ...row, seatLimitSource: 'override' }, staged)).toBe('Set here');
});

test('under the heading of its group a setting is called by its own name', () => {
  const [enabled] = configGroups(schema).flatMap(({ key, settings }) =>
    key === 'connection_oauth_github' ? settings : [],
  );
  const [required] = configGroups(schema).flatMap(({ settings }) => settings);
  expect([enabled, required].map((one) => one && settingNameParts(one))).toEqual([
    { group: 'GitHub', own: 'enabled' },
    { group: '', own: 'Second factor required' },
  ]);
});

test('every setting stands under one heading, branding in its own room, what the schema keeps to itself among the rest', () => {
  const described = configGroups(schema);
  const groups = [...described, ...undescribedGroups(config, described)];
  const sections = policySections(groups, '');
  expect(
    sections.map(({ id, groups: own }) => [
      id,
      own.flatMap(({ settings }) => settings.map(({ path, kind }) => [path, kind])),
    ]),
  ).toEqual([
    [
      'passwords',
      [
        ['config.auth_password.min_length', 'number'],
        ['config.auth_password.rotation.days', 'number'],
      ],
    ],
    ['second-factor', [['config.auth_multi_factor.required_for_sign_up', 'flag']]],
    ['sessions', [['config.session.claims', 'json']]],
    [
      'connections',
      [
        ['config.connection_oauth_github.enabled', 'flag'],
        ['config.connection_oauth_github.scopes', 'list'],
      ],
    ],
    [
      'other',
      [
        ['config.experimental.rollout', 'number'],
        ['config.experimental.regions', 'list'],
        ['config.experimental.note', 'json'],
      ],
    ],
  ]);
  expect(policySections(groups, 'github').map(({ id }) => id)).toEqual(['connections']);
  expect(policySections(groups, 'second factor').map(({ id }) => id)).toEqual(['second-factor']);
  expect(policySections(groups, 'nothing of the kind')).toEqual([]);
});

test('whom a policy reaches is told before it is changed, and while it is staged', () => {
  const reach = reachOf('config.auth_multi_factor.required_for_sign_up');
  if (reach === undefined) throw new Error('people notice it');
  expect(reachText(reach, { count: 312, all: 8_000, met: true })).toBe(
    '312 of 8,000 people have no second factor: asked to set one up at the next sign-in.',
  );
  expect(reachText(reach, { count: 1, all: 2, met: false })).toBe(
    '1 of 2 people has no second factor. Switched on: asked to set one up at the next sign-in.',
  );
  expect(reachText(reach, { count: 0, all: 5, met: true })).toBe('0 of 5 people have no second factor.');
  const signIn = reachOf('config.auth_email.used_for_sign_in');
  if (signIn === undefined) throw new Error('people notice it');
  expect(reachText(signIn, { count: 2, all: 2, met: false })).toBe(
    '2 of 2 people have an email address. Switched off: they cannot sign in with it.',
  );
  expect(reachOf('config.branding.primary_color')).toBeUndefined();
});

// Figures of the reference implementation (APCA 0.0.98G-4g).
test.each([
  ['#000000', '#ffffff', 106.04],
  ['#ffffff', '#000000', -107.88],
  ['#888888', '#ffffff', 63.06],
  ['#ffffff', '#888888', -68.54],
  ['#000000', '#aaaaaa', 58.15],
  ['#1f6feb', '#1f6feb', 0],
])('%s on %s has a lightness contrast of %d', (text, background, contrast) => {
  expect(apcaContrast(text, background)).toBeCloseTo(contrast, 1);
});

test('a contrast that falls short is never told as one that does not', () => {
  const ratio = contrastRatio('#777777', '#ffffff') ?? 0;
  expect([ratioText(ratio, 2), ratioText(ratio, 1)]).toEqual(['4.47', '4.4']);
  expect(ratioText(contrastRatio('#767676', '#ffffff') ?? 0, 1)).toBe('4.5');
  expect([apcaText(74.9), apcaText(-75.1)]).toEqual(['Lc 74 text', 'Lc 75 running text']);
});
