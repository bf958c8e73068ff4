import { createHmac } from 'node:crypto';
import { EntityName } from '@shared/domain/entity';
import { exportColumns } from '@shared/domain/export/export-columns';
import { pseudonymised } from '@shared/domain/export/pseudonymise';
import type { JsonValue } from '@shared/domain/json';
import type { Kind } from '@shared/domain/kinds/kinds';
import { expect, it } from 'vitest';

const hash = (text: string): string =>
  createHmac('sha256', 'salt')
    .update(text)
    .digest()
    .readBigUInt64BE()
    .toString(36)
    .padStart(13, '0')
    .slice(-10);
const told = (kind: Kind, value: JsonValue): string =>
  JSON.stringify(pseudonymised({ path: 'x', kind }, value, hash));

it('nothing of a name is left because it looks like an id or a role', () => {
  expect(told('text', 'maria_musterfrau')).not.toMatch(/maria|muster/);
  expect(told('name', 'org:jane_doe')).not.toContain('jane');
  expect(told('json', { owner: 'org:jane_doe', login: 'maria_musterfrau99' })).not.toMatch(/jane|maria/);
  expect(told('key', 'org:admin')).toBe('"org:admin"');
  expect(told('groupRoles', [{ group: 'Sales', role: 'org:admin' }])).toMatch(
    /"group":"Name .*"role":"org:admin"/,
  );
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

it('no two people share a number', () => {
  const numbers = Array.from({ length: 20_000 }, (_, at) => told('phone', `+43664${1_000_000 + at * 37}`));
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('of no entity does a text stay that the service did not choose from a few', () => {
  const stay = EntityName.options.flatMap((entity) =>
    exportColumns(entity)
      .filter(({ kind }) =>
        ['text', 'prose', 'name', 'slug', 'email', 'phone', 'ref', 'link', 'image'].includes(kind),
      )
      .filter((column) => pseudonymised(column, 'Jane Doe', hash) === 'Jane Doe')
      .map(({ path }) => path),
  );
  expect([...new Set(stay)].sort()).toEqual([
    'environment',
    'identifierType',
    'locale',
    'ownership',
    'payer',
    'period',
    'roleName',
    'status',
    'type',
    'verification',
  ]);
});
