export interface MatrixCellPosition {
  readonly row: number;
  readonly column: number;
}

interface MatrixSize {
  readonly rows: number;
  readonly columns: number;
}

/** Where an arrow, Home, End or a page key leads in the matrix; null for other keys. */
export function matrixTarget(
  key: string,
  from: MatrixCellPosition,
  size: MatrixSize,
): MatrixCellPosition | null {
  const row = (to: number): number => Math.max(0, Math.min(size.rows - 1, to));
  const column = (to: number): number => Math.max(0, Math.min(size.columns - 1, to));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return { ...from, row: row(from.row + 1) };
    case 'ArrowUp':
    case 'k':
      return { ...from, row: row(from.row - 1) };
    case 'ArrowRight':
      return { ...from, column: column(from.column + 1) };
    case 'ArrowLeft':
      return { ...from, column: column(from.column - 1) };
    case 'Home':
      return { ...from, column: 0 };
    case 'End':
      return { ...from, column: column(size.columns) };
    case 'PageDown':
      return { ...from, row: row(from.row + 10) };
    case 'PageUp':
      return { ...from, row: row(from.row - 10) };
    default:
      return null;
  }
}
