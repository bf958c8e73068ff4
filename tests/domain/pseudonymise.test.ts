import { pseudonymHash } from '@main/export/pseudonym-hash';
import { EntityName } from '@shared/domain/entity';
import { exportColumn, exportColumns } from '@shared/domain/export/export-columns';
import { pseudonymised } from '@shared/domain/export/pseudonymise';
import type { JsonValue } from '@shared/domain/json';
import { type Kind, kinds } from '@shared/domain/kinds/kinds';
import { expect, it } from 'vitest';

const hash = pseudonymHash('salt');
const told = (kind: Kind, value: JsonValue): string => JSON.stringify(pseudonymised({ kind }, value, hash));

it('nothing of a name is left because it looks like an id or a role', () => {
  expect(told('text', 'maria_musterfrau')).not.toMatch(/maria|muster/);
  expect(told('name', 'org:jane_doe')).not.toContain('jane');
  expect(told('json', { owner: 'org:jane_doe', login: 'maria_musterfrau99' })).not.toMatch(/jane|maria/);
  expect(told('key', 'org:admin')).toBe('"org:admin"');
  expect(told('groupRoles', [{ group: 'Sales', role: 'org:admin' }])).toMatch(
    /"group":"Name .*"role":"org:admin"/,
  );
});

it('what stands where no blank may stand has none: user names, keys of plans', () => {
  for (const text of ['ann-lee', 'maria_musterfrau', 'pro', 'größe.1'])
    for (const kind of ['text', 'json', 'key'] as const) expect(told(kind, text)).toMatch(/^"[a-z0-9]+"$/);
  expect(told('json', { plan: { slug: 'pro' } })).not.toMatch(/ |"pro"/);
  expect(told('text', 'Ann')).toMatch(/^"Name [a-z0-9]+"$/);
});

it('an id keeps what it is the id of, wherever it stands, so that tables can be joined', () => {
  const id = 'user_20Qd326cyzgNzQL6USCxI9xMi3F';
  expect(told('ref', id)).toMatch(/^"user_[a-z0-9]+"$/);
  expect(told('json', { by: id })).toBe(`{"by":${told('ref', id)}}`);
});

it('metadata keeps its plain keys, and no key, number or text that may be a person’s', () => {
  const kept = told('json', {
    born: 19_800_101,
    'jane@acme.example': { phones: [436_641_234_567], vip: true },
    'Jane Doe': null,
  });
  expect(kept).not.toMatch(/19800101|436641234567|jane/i);
  expect(kept).toMatch(/"born":\d+/);
  expect(kept).toContain('"vip":true');
  expect(told('config', { min_length: 8 })).toBe('{"min_length":8}');
});

it('a key that is an id, a token or a number of somebody is none of the structure', () => {
  const ids = [
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    'cus_NffrFeUfNV2Hib',
    'HR-0099871',
    'AKIAIOSFODNN7EXAMPLE',
    'user_20Qd326cyzgNzQL6USCxI9xMi3F',
  ];
  for (const id of ids) expect(told('json', { [id]: true })).not.toContain(id);
  const structure = { tier: true, address1: true, 'billing.plan_v2': true, salesforce_account: true };
  expect(told('json', structure)).toBe(JSON.stringify(structure));
});

it('groups of a directory are the same wherever they stand', () => {
  const column = exportColumn('directory', 'groupNames');
  const names = column && pseudonymised(column, { 'Acme-Sales': 'Sales of Acme' }, hash);
  const [group] = Object.keys(names as object);
  expect(told('groupRoles', [{ group: 'Acme-Sales', role: 'org:admin' }])).toContain(`"group":"${group}"`);
  expect(JSON.stringify(names)).not.toContain('Acme');
});

it('a colour stays, and nothing else in its place', () => {
  expect(told('color', '#0b6e4f')).toBe('"#0b6e4f"');
  expect(told('color', 'Acme blue')).not.toContain('Acme');
});

it('a key of a role stays however it is spelt, for memberships name it', () => {
  for (const key of ['org:super-admin', 'org:Team_Lead', 'org:feature-x:manage'])
    expect(told('key', key)).toBe(`"${key}"`);
});

it('no two people share a number', () => {
  const numbers = Array.from({ length: 20_000 }, (_, at) => told('phone', `+43664${1_000_000 + at * 37}`));
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('everything of one mail domain, site or customer stays together, and an id stays one of its kind', () => {
  const at = JSON.parse(told('email', 'ada@Acme.com')).split('@')[1];
  expect(JSON.parse(told('email', 'grace@acme.com'))).toMatch(new RegExp(`^[a-z0-9]+@${at}$`));
  expect(told('key', 'acme.com')).toBe(`"${at}"`);
  expect(told('text', '*@acme.com')).toBe(`"*@${at}"`);
  for (const host of ['müller.example', 'acme.xn--p1ai'])
    expect(told('email', `ada@${host}`)).toContain(JSON.parse(told('key', host)));
  expect(told('text', 'https://acme.com/cb/ada')).toMatch(new RegExp(`^"https://${at}/[a-z0-9]+"$`));
  expect(told('text', 'acme://callback')).not.toMatch(/acme|callback/);
  expect(told('ref', 'ak_3beecc9c60adb5f9b850e91a8ee1e992')).toMatch(/^"ak_[0-9a-f]{32}"$/);
  expect(told('text', 'user_20Qd326cyzgNzQL6USCxI9xMi3F')).toMatch(/^"user_\w{27}"$/);
  expect(pseudonymised({ kind: 'email' }, 'ada@acme.com', pseudonymHash('pepper'))).not.toContain(at);
});

it('variables of a template stay, and none of its words', () => {
  const kept = told('prose', 'Dear {{user.first_name}}, Acme says {{#if (eq x "Acme")}}hi{{/if}}');
  expect(kept).toMatch(/^"Name \w+ \{\{user.first_name\}\} \{\{\/if\}\}"$/);
  expect(told('json', { who: '{{Jane Doe}}' })).not.toContain('Jane');
  expect(told('prose', '{{{ raw.body }}} {{#if app.logo}} {{> footer}} {{else}}')).toContain(
    '{{{ raw.body }}} {{#if app.logo}} {{> footer}} {{else}}',
  );
});

it('what is known to stand inside of a value is told by its own kind', () => {
  const known = { 'branding.color': { kind: 'color' }, 'branding.title': { kind: 'text' } } as const;
  const value = { branding: { color: '#0b6e4f', title: 'Acme', seats: 7 } };
  expect(pseudonymised({ kind: 'config', known }, value, hash)).toEqual({
    branding: { color: '#0b6e4f', title: expect.stringMatching(/^Name /), seats: 7 },
  });
  expect(
    pseudonymised({ kind: 'json', known: {} }, { most: 10, role: 'org:admin', who: 'Acme' }, hash),
  ).toEqual({
    ...{ most: 10, role: 'org:admin' },
    who: expect.stringMatching(/^Name /),
  });
});

it('of no entity does a text stay that the service did not choose from a few', () => {
  const stay = EntityName.options.flatMap((entity) =>
    exportColumns(entity)
      .filter(
        ({ kind }) => kinds[kind].stored === kinds.text.stored || ['list', 'json', 'entry'].includes(kind),
      )
      .filter(({ kind }) => !['choice', 'role', 'setKey', 'color'].includes(kind))
      .filter((column) => pseudonymised(column, 'Jane Doe', hash) === 'Jane Doe')
      .map(({ path }) => `${entity}.${path}`),
  );
  expect(stay.sort()).toEqual([
    'allowlistIdentifier.identifierType',
    'application.environment',
    'blocklistIdentifier.identifierType',
    'directory.provider',
    'instanceInvitation.status',
    'invitation.status',
    'jwtTemplate.signingAlgorithm',
    'oauthApplication.scopes',
    'organizationDomain.ownership',
    'organizationDomain.verification',
    'permission.type',
    'plan.annualFee',
    'plan.fee',
    'plan.payer',
    'roleSet.migration',
    'subscriptionItem.lifetimePaid',
    'subscriptionItem.nextPayment',
    'subscriptionItem.period',
    'template.availableVariables',
    'template.requiredVariables',
    'template.resourceType',
    'template.slug',
    'usageReading.day',
    'user.locale',
    'user.secondFactors',
    'waitlistEntry.status',
  ]);
});
