import type { Column } from '@renderer/ui/list/virtual-table/column';
import { rowRuns } from '@renderer/ui/list/virtual-table/row-actions';
import { expect, it } from 'vitest';

interface Seat {
  readonly id: string;
  readonly name: string;
  readonly staged?: boolean;
}

const columns: readonly Column<Seat>[] = [
  { id: 'name', title: 'Name', track: '1fr', text: ({ name }) => name },
  { id: 'state', title: 'State', track: '1fr', text: ({ staged }) => (staged ? 'Staged' : '') },
];
const ada: Seat = { id: 'u1', name: 'Ada\tof Lovelace' };
const bo: Seat = { id: 'u2', name: 'Bo', staged: true };

function runsOf(rows: readonly Seat[]) {
  const done: unknown[] = [];
  const runs = rowRuns(
    {
      columns,
      idOf: ({ id }) => id,
      actions: {
        narrow: ({ id }) => done.push(['narrow', id]),
        narrows: ({ staged }) => !staged,
        open: ({ id }) => done.push(['open', id]),
        withdraw: (own) => done.push(['withdraw', own.map(({ id }) => id)]),
        staged: ({ staged }) => staged === true,
        copy: (text, what) => done.push([what, text]),
      },
    },
    rows,
  );
  return { runs, done };
}

it('copies rows as a spreadsheet takes them, as the columns say them, and ids one a line', () => {
  const { runs, done } = runsOf([ada, bo]);
  runs['copy-rows']?.();
  runs['copy-ids']?.();
  expect(done).toEqual([
    ['2 rows', 'Ada of Lovelace\t\nBo\tStaged'],
    ['2 ids', 'u1\nu2'],
  ]);
});

it('the window is narrowed to one row at a time, and to none that the service does not know', () => {
  const { runs, done } = runsOf([ada]);
  runs['row-scope']?.();
  expect(done).toEqual([['narrow', 'u1']]);
  expect(runsOf([bo]).runs['row-scope']).toBeNull();
  expect(runsOf([ada, ada]).runs['row-scope']).toBeNull();
});

it('what is for one row is grey for several, what the table cannot do is not there', () => {
  expect(runsOf([ada]).runs['row-open']).toBeTypeOf('function');
  expect(runsOf([ada, bo]).runs['row-open']).toBeNull();
  expect(runsOf([ada]).runs['row-page']).toBeUndefined();
});

it('withdraws from those that have something staged', () => {
  expect(runsOf([ada]).runs['row-withdraw']).toBeNull();
  const { runs, done } = runsOf([ada, bo]);
  runs['row-withdraw']?.();
  expect(done).toEqual([['withdraw', ['u2']]]);
});
