import type { RecordId } from '../ids';
import type { Scenario } from '../scenario';
import type { Fields, FieldValue } from './field';

/** Values of a record, by field. */
export type ValuesOf<F extends Fields> = { id: RecordId } & {
  -readonly [Name in keyof F]: FieldValue<F[Name]>;
};

export interface Model<
  Name extends string = string,
  F extends Fields = Fields,
  Collection extends string = string,
> {
  readonly name: Name;
  /** How the interface names it. */
  readonly words: { readonly one: string; readonly many: string };
  /** Schema in `shared/specs` that its fields' `wire` paths go into; null for what the spec leaves open. */
  readonly spec: { readonly file: SpecFile; readonly schema: string } | null;
  /** Workspaces that copy it. */
  readonly scenarios: readonly Scenario[];
  /** RxDB collection that keeps it. */
  readonly collection: Collection;
  /** Set where it shares its collection with others, told apart by `kind`. */
  readonly shares?: true;
  /** What lists are sorted by when nobody says. */
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** Indexes of the collection, beside the one by id. */
  readonly indexes: readonly (readonly string[])[];
  readonly fields: F;
  /** What a record is called in lists of changes. `place`: name of its organization, for records that do not carry it. */
  readonly label: (record: ValuesOf<F>, place: string) => string;
  /** Every other property of the spec's schema, and why it is not copied. */
  readonly ignored: Readonly<Record<string, string>>;
}

export type SpecFile = 'bapi-2026-05-12.yml' | 'platform-beta.yml';

/** Checks a model, and keeps the types of its fields. */
export const model = <const Name extends string, const F extends Fields, const Collection extends string>(
  made: Model<Name, F, Collection>,
): Model<Name, F, Collection> => made;

export const by = (field: string, direction: 'asc' | 'desc' = 'asc') => ({ field, direction }) as const;

export const backend = (schema: string) => ({ file: 'bapi-2026-05-12.yml', schema }) as const;
export const platform = (schema: string) => ({ file: 'platform-beta.yml', schema }) as const;
