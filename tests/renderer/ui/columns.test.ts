import { formatSorts, parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { type Column, nextSorts, type Sorts } from '@renderer/ui/list/virtual-table/column';
import {
  arranged,
  type ColumnLayout,
  inOrder,
  movedBy,
  movedTo,
  shownOrHidden,
  sized,
  standardLayout,
} from '@renderer/ui/list/virtual-table/column-layout';
import { describe, expect, test } from 'vitest';

const columns: readonly Column<string>[] = ['name', 'slug', 'seats', 'brand'].map((id) => ({
  id,
  title: id,
  track: '80px',
  text: (row) => row,
}));
const ids = (layout: ColumnLayout, of = columns) => arranged(of, layout).map(({ id }) => id);

describe('the columns of a table', () => {
  test('stand as they come until somebody moves, hides or sizes one', () => {
    expect(arranged(columns, standardLayout)).toEqual(columns);
    expect(ids(movedTo(columns, standardLayout, 'brand', 'slug'))).toEqual([
      'name',
      'brand',
      'slug',
      'seats',
    ]);
    expect(ids(shownOrHidden(standardLayout, 'slug', false))).toEqual(['name', 'seats', 'brand']);
    const [, slug] = arranged(columns, sized(standardLayout, 'slug', 133.4));
    expect(slug?.track).toBe('133px');
  });

  test('move by a place among those that are shown, and not past the ends', () => {
    const hidden = shownOrHidden(standardLayout, 'slug', false);
    expect(ids(movedBy(columns, hidden, 'seats', -1))).toEqual(['seats', 'name', 'brand']);
    expect(ids(movedBy(columns, hidden, 'name', 1))).toEqual(['seats', 'name', 'brand']);
    expect(movedBy(columns, hidden, 'brand', 1)).toBe(hidden);
    expect(movedBy(columns, hidden, 'name', -1)).toBe(hidden);
  });

  test('never lose the first one, and are neither slivers nor walls', () => {
    expect(ids(shownOrHidden(standardLayout, 'name', false))).toContain('name');
    const tracks = (width: number) => arranged(columns, sized(standardLayout, 'slug', width))[1]?.track;
    expect([tracks(1), tracks(9_000)]).toEqual(['56px', '720px']);
    expect(sized(sized(standardLayout, 'slug', 100), 'slug', undefined)).toEqual(standardLayout);
  });

  test('that come with a later version stand behind those they come after; those that are gone are forgotten', () => {
    const older = { ...standardLayout, order: ['seats', 'gone', 'name'] };
    expect(inOrder(columns, older).map(({ id }) => id)).toEqual(['seats', 'brand', 'name', 'slug']);
  });
});

describe('a table is sorted', () => {
  const byName: Sorts = [{ field: 'name', direction: 'asc' }];

  test('by one column, upwards first, then the other way', () => {
    expect(nextSorts(byName, 'name', false)).toEqual([{ field: 'name', direction: 'desc' }]);
    expect(nextSorts(byName, 'slug', false)).toEqual([{ field: 'slug', direction: 'asc' }]);
    const two = nextSorts(byName, 'slug', true);
    expect(nextSorts(two, 'slug', false)).toEqual([{ field: 'slug', direction: 'asc' }]);
  });

  test('by further columns too, each turned and taken out again, three at the most', () => {
    const press = (sorts: Sorts, field: string) => nextSorts(sorts, field, true);
    const two = press(byName, 'slug');
    expect(formatSorts(two)).toBe('name:asc,slug:asc');
    expect(formatSorts(press(two, 'slug'))).toBe('name:asc,slug:desc');
    expect(formatSorts(press(press(two, 'slug'), 'slug'))).toBe('name:asc');
    expect(formatSorts(press(press(two, 'seats'), 'brand'))).toBe('name:asc,slug:asc,brand:asc');
    expect(formatSorts(press(press(byName, 'name'), 'name'))).toBe('name:asc');
  });

  test('by what the route says, and by its own where that says nothing', () => {
    const fallback = { field: 'name', direction: 'asc' } as const;
    expect(parseSorts('role:asc,userName:desc', fallback)).toEqual([
      { field: 'role', direction: 'asc' },
      { field: 'userName', direction: 'desc' },
    ]);
    expect(parseSorts('role:up', fallback)).toEqual([fallback]);
    expect(sortQuery([fallback])).toEqual({ sort: fallback });
    expect(sortQuery(parseSorts('a:asc,b:desc', fallback))).toEqual({
      sort: { field: 'a', direction: 'asc' },
      thenBy: [{ field: 'b', direction: 'desc' }],
    });
  });
});
