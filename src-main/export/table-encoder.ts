import type { ExportCell } from '@shared/domain/export/export-cell';
import type { ExportColumn } from '@shared/domain/export/export-columns';
import type { JsonValue } from '@shared/domain/json';

export interface ExportedRow {
  /** In the order of the columns. */
  readonly cells: readonly ExportCell[];
  /** The same as it stands in the record. */
  readonly values: readonly (JsonValue | undefined)[];
}

/** Makes a file of rows that come in portions: nothing of them is held back. */
export interface TableEncoder {
  begin(): readonly Uint8Array[];
  rows(rows: readonly ExportedRow[]): readonly Uint8Array[];
  end(): readonly Uint8Array[];
  /** Texts that had to be cut. */
  readonly cut: () => number;
}

export type EncoderOf = (columns: readonly ExportColumn[]) => TableEncoder;
