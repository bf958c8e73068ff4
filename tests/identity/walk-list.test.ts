import { walkList } from '@main/identity/walk-list';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { membershipOf } from '../domain/sample-records';

const idOf = (index: number): RecordId => RecordId.parse(`orgmem_${index}`);

it('a full page that shows a record twice is not the last one, also where nothing is counted', async () => {
  const list = Array.from({ length: 600 }, (_, index) => membershipOf({ id: idOf(index) }));
  const asked: number[] = [];
  const found = await walkList<'membership'>(
    async ({ path }) => {
      const offset = Number(path);
      asked.push(offset);
      const page = list.slice(offset, offset + 499);
      return { ok: true, value: [...page, ...page.slice(0, offset === 0 ? 1 : 0)], requestId: '' };
    },
    {
      pagePath: ({ offset }) => String(offset),
      decodePage: (value) => ({
        records: value as typeof list,
        unread: [],
        partial: [],
        total: null,
      }),
    },
    ({ id }) => id === idOf(599),
  );
  expect(found).toMatchObject({ ok: true, value: { id: idOf(599) } });
  expect(asked).toEqual([0, 499]);
});
