import { readView, viewFormat } from '@shared/domain/views/table-view';
import { expect, test } from 'vitest';

const file = (more: object): string =>
  JSON.stringify({ format: viewFormat, name: 'Alone', screen: 'people', entity: 'user', ...more });

test('a view is grouped and filtered by what is counted beside rows, and sorted by fields alone', () => {
  const asked = { where: 'organizations>=2 and banned=true', groupBy: 'organizations' };
  expect(readView(file(asked))).toMatchObject({ ok: true, value: asked });
  const sort = [{ field: 'organizations', direction: 'asc' }];
  expect(readView(file({ sort }))).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('organizations is no field of user') },
  });
});

test('what an older version wrote of so few others is one more condition', () => {
  const few = { figure: 'organizations', atMost: 1 };
  const read = readView(file({ where: 'banned=true or locked=true', few }));
  expect(read).toMatchObject({
    ok: true,
    value: { where: '(banned=true or locked=true) and organizations<=1' },
  });
  expect(read.ok && 'few' in read.value).toBe(false);
  expect(readView(file({ few: { ...few, figure: 'name' } })).ok).toBe(false);
});
