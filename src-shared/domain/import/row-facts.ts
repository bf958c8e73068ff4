import type { StoredRecord } from '../records/record-map';
import type { ImportCell } from './import-cell';
import type { ImportField } from './import-fields';
import type { CellWords } from './read-cell';

/** A record that a line names: one, none, or a sentence that says why it cannot be told. */
export type Named = { readonly record: StoredRecord } | { readonly none: true } | { readonly fault: string };

/** A line by its fields, with what its copy knows of it. */
export interface RowFacts {
  readonly line: number;
  readonly sheet?: string | undefined;
  readonly cells: readonly (readonly [field: ImportField, cell: ImportCell])[];
  readonly target: Named;
  /** Ids of the records that cells name, by the path of their field. */
  readonly references: ReadonlyMap<string, { readonly id: string } | { readonly fault: string }>;
  readonly roles: CellWords['roles'];
  /** An empty cell takes the value out, and does not leave it as it is. */
  readonly emptyClears: boolean;
  /** Only records that are there: a line that names none is refused. */
  readonly onlyExisting: boolean;
}
