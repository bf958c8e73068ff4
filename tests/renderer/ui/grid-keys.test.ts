import { gridTarget } from '@renderer/ui/list/virtual-grid/grid-keys';
import { matrixTarget, withinMatrix } from '@renderer/ui/list/virtual-matrix/matrix-target';
import { describe, expect, it } from 'vitest';

describe('keys in a grid of ten items in rows of four', () => {
  it.each<[string, number, number | null]>([
    ['ArrowRight', 3, 4],
    ['J', 9, 9],
    ['ArrowLeft', 0, 0],
    ['↓', 1, 5],
    ['↓', 7, 9],
    ['↑', 5, 1],
    ['↑', 2, 2],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['X', 2, null],
  ])('%s at %i goes to %s', (key, from, to) => {
    expect(gridTarget(key, from, 10, 4)).toBe(to);
  });

  it('moves nowhere when there is nothing', () => {
    expect(gridTarget('End', 0, 0, 4)).toBeNull();
  });
});

describe('keys in a matrix that was narrowed under its active cell', () => {
  it('mean the nearest cell that is still there', () => {
    const size = { rows: 3, columns: 1 };
    expect(withinMatrix({ row: 9, column: 7 }, size)).toEqual({ row: 2, column: 0 });
    expect(matrixTarget('ArrowDown', { row: 0, column: 7 }, size)).toEqual({ row: 1, column: 0 });
    expect(withinMatrix({ row: 1, column: 0 }, { rows: 0, columns: 0 })).toEqual({ row: 0, column: 0 });
  });
});
