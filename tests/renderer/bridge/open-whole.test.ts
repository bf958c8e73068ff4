import type { EngineClient } from '@renderer/bridge/engine-client';
import { pageSize } from '@renderer/bridge/load-rows';
import { openWhole } from '@renderer/bridge/open-whole';
import { failure, type Result, success } from '@shared/contract/failure';
import type { Page } from '@shared/contract/page';
import { expect, it } from 'vitest';

const pageOf = (from: number, count: number) =>
  success({
    rows: Array.from({ length: count }, (_, at) => ({ id: `row_${from + at}` })),
    total: pageSize + 1,
    extras: {},
  }) as unknown as Result<Page>;

it('a whole list is not told while the last that was heard of one of its pages is a failure', () => {
  const pages: ((page: Result<Page>) => void)[] = [];
  const subscribe = ((_name: 'page', _query: unknown, take: (page: Result<Page>) => void) => {
    pages.push(take);
    return () => undefined;
  }) as EngineClient['subscribe'];
  const told: (number | string)[] = [];
  openWhole({ subscribe }, { entity: 'user' }, (whole) =>
    told.push(whole.ok ? whole.value.rows.length : whole.error.code),
  );
  pages[0]?.(pageOf(0, pageSize));
  pages[1]?.(pageOf(pageSize, 1));
  pages[0]?.(failure('disk-error', 'It cannot be read.', 'Try again.'));
  pages[1]?.(pageOf(pageSize, 1));
  expect(told).toEqual([pageSize + 1, 'disk-error']);
  pages[0]?.(pageOf(0, pageSize));
  expect(told).toEqual([pageSize + 1, 'disk-error', pageSize + 1]);
});
