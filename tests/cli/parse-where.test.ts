import { parseWhere } from '@main/cli/parse-where';
import { PageQuery } from '@shared/contract/page';
import { describe, expect, it } from 'vitest';

const fault = (entity: Parameters<typeof parseWhere>[0], where: string): string => {
  const parsed = parseWhere(entity, [where]);
  return parsed.ok ? 'none' : `${parsed.error.code} ${parsed.error.message} ${parsed.error.next}`;
};

describe('a condition', () => {
  it.each(['TRUE', '1', 'yes', ''])('on a flag is true or false, not "%s"', (text) => {
    expect(fault('user', `banned=${text}`)).toContain('true or false');
  });

  it.each(['', 'many', '1e3', '0x10', '7 8', 'Infinity'])('on a number is no "%s"', (text) => {
    expect(fault('organization', `maxAllowedMemberships=${text}`)).toContain('number');
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'nope',
    'branding.nope',
    'id.nope',
    'publicMetadata.',
    '',
  ])('on "%s", which is no field, lists those there are', (field) => {
    expect(fault('organization', `${field}=x`)).toContain('maxAllowedMemberships');
  });

  it('on a text says what it is compared with: a variable that is not set is not the empty text', () => {
    for (const where of ['name=', 'branding.primaryColor= ', 'publicMetadata.tier='])
      expect(fault('organization', where)).toContain(
        'lacks a value before the end. Give one; the empty text is "".',
      );
  });

  it('on a span of time repeats what is none', () => {
    expect(fault('user', 'lastSignInAt in last 0d')).toContain('0d is no span of time');
  });

  it('on a choice lists what can be chosen', () => {
    expect(fault('user', 'state=sinced')).toContain('synced, pending, conflict');
    expect(fault('organization', 'seatsLevel=done')).toContain('full');
  });

  it.each([
    ['user', 'banned=true', { field: 'banned', op: 'eq', value: true }],
    ['user', 'createdAt>=2024-03-01', { field: 'createdAt', op: 'gte', value: Date.parse('2024-03-01') }],
    ['user', 'createdAt<=1700000000000', { field: 'createdAt', op: 'lte', value: 1_700_000_000_000 }],
    ['organization', 'name!=A = B', { field: 'name', op: 'ne', value: 'A = B' }],
    ['user', 'email!=', { field: 'email', op: 'ne', value: '' }],
    ['organization', 'branding.primaryColor=""', { field: 'branding.primaryColor', op: 'eq', value: '' }],
    ['user', 'publicMetadata.tier=gold', { field: 'publicMetadata.tier', op: 'eq', value: 'gold' }],
    ['user', 'staged=null', { field: 'staged', op: 'eq', value: null }],
    [
      'application',
      'config.auth_password.min_length>=8',
      { field: 'config.auth_password.min_length', op: 'gte', value: 8 },
    ],
  ] as const)('on a field of %s that fits is taken: %s', (entity, where, filter) => {
    expect(parseWhere(entity, [where])).toEqual({ ok: true, value: [filter] });
  });
});

describe('a list', () => {
  it('of nothing is that of no value, not of the empty text', () => {
    for (const [op, sign] of [
      ['in', 'in'],
      ['nin', 'not in'],
    ])
      expect(parseWhere('user', [`email ${sign} ( )`])).toEqual({
        ok: true,
        value: [{ field: 'email', op, value: [] }],
      });
    expect(parseWhere('user', ['email in (a@b.c, "")'])).toMatchObject({
      ok: true,
      value: [{ value: ['a@b.c', ''] }],
    });
  });

  it.each(['in (,)', 'in (a@b.c,)', 'in (,a@b.c)', 'in (a,,b)', 'between a and '])(
    'with a hole in it is an error that says so: email %s',
    (text) => {
      expect(fault('user', `email ${text}`)).toContain('lacks a value');
    },
  );

  it.each(['in (', 'in (a', 'in (a, b', 'in (a)x)'])('that is not closed is one too: email %s', (text) => {
    expect(fault('user', `email ${text}`)).toMatch(/^invalid-input/);
  });
});

describe('a query', () => {
  const asked = (query: object): boolean => PageQuery.safeParse({ entity: 'user', ...query }).success;

  it('is refused at the door of the engine, whoever asks', () => {
    const where = (field: string, value: unknown, op = 'eq') => ({ where: [{ field, op, value }] });
    expect(asked(where('__proto__', 1))).toBe(false);
    expect(asked(where('banned', 'true'))).toBe(false);
    expect(asked(where('state', ['synced', 'nope'], 'in'))).toBe(false);
    expect(asked({ sort: { field: 'constructor', direction: 'asc' } })).toBe(false);
    expect(asked(where('state', ['synced', 'gone'], 'in'))).toBe(true);
    expect(asked({ sort: { field: 'name', direction: 'desc' } })).toBe(true);
  });
});
