export interface MatrixCellPosition {
  readonly row: number;
  readonly column: number;
}

interface MatrixSize {
  readonly rows: number;
  readonly columns: number;
}

/** The cell that the keys mean, in a matrix that may have fewer rows and columns by now. */
export const withinMatrix = (cell: MatrixCellPosition, size: MatrixSize): MatrixCellPosition => ({
  row: Math.max(0, Math.min(size.rows - 1, cell.row)),
  column: Math.max(0, Math.min(size.columns - 1, cell.column)),
});

/** Where an arrow, Home, End or a page key leads in the matrix; null for other keys. */
export function matrixTarget(
  key: string,
  from: MatrixCellPosition,
  size: MatrixSize,
): MatrixCellPosition | null {
  const to = (row: number, column: number): MatrixCellPosition => withinMatrix({ row, column }, size);
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return to(from.row + 1, from.column);
    case 'ArrowUp':
    case 'k':
      return to(from.row - 1, from.column);
    case 'ArrowRight':
      return to(from.row, from.column + 1);
    case 'ArrowLeft':
      return to(from.row, from.column - 1);
    case 'Home':
      return to(from.row, 0);
    case 'End':
      return to(from.row, size.columns);
    case 'PageDown':
      return to(from.row + 10, from.column);
    case 'PageUp':
      return to(from.row - 10, from.column);
    default:
      return null;
  }
}
