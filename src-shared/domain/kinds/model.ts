import { t } from '../../language/t';
import type { RecordId } from '../ids';
import type { JsonObject, JsonValue } from '../json';
import type { Scenario } from '../scenario';
import type { Act } from './act';
import { type Fields, type FieldValue, link, times } from './field';

/** Values of a record, by field. */
export type ValuesOf<F extends Fields> = { id: RecordId } & Values<F>;

type Values<F extends Fields> = { -readonly [Name in keyof F]: FieldValue<F[Name]> };

/**
 * What follows from the visible values of a record, and is kept on its row: lists are sorted, filtered and counted by it
 * without reading them. The service knows nothing of it, and nobody edits it: it is in no history.
 */
export interface Computed<F extends Fields = Fields, C extends Fields = Fields> {
  /** Raised when `of` says something else: rows are worked out anew when a workspace opens. */
  readonly version: number;
  readonly fields: C;
  /** Indexes of the collection for them. */
  readonly indexes: readonly (readonly string[])[];
  /** `staged`: field paths that open intents change. */
  readonly of: (record: ValuesOf<F>, staged: readonly string[]) => Values<C>;
  /** Those of them that follow from what stands beside the row as well. */
  readonly kept?: Kept;
}

/** The store keeps such fields in step as other records change (`src-main/store/keep-beside.ts`); `of` a model leaves them blank. */
export interface Kept {
  readonly fields: readonly string[];
  /** What they follow from, by name in `beside`: values of one other record, or of the newest that names the row. */
  readonly from: readonly string[];
  readonly of: (row: JsonObject, beside: JsonObject) => JsonObject;
}

/** The values that a model computes. */
export type ComputedOf<M> = M extends { readonly computed?: Computed<infer _F, infer C> | undefined }
  ? Values<C>
  : unknown;

/** How the interface names an entity, and what is done to it. */
export interface Words {
  readonly one: string;
  readonly many: string;
  /** Its records in a title: `Role of 12 members`. */
  readonly counted?: string;
  /** `Create`, unless it is called otherwise. */
  readonly create?: string;
  /** `Delete`, unless it is called otherwise. */
  readonly remove?: string;
  /** `Deletion`, unless it is called otherwise. */
  readonly removal?: string;
}

/** What stands beside a row and not in it, as it is another record's: one indexed count or look-up a row, never a scan. */
export type Beside =
  /** The value of a field (`of`) of the record whose id the row holds in `by`. */
  | { readonly one: string; readonly by: string; readonly of: string }
  /** The value of a field of one record, the same for every row. */
  | { readonly one: string; readonly id: string; readonly of: string }
  /** The value of a field of the record that holds the row's id in `by`, the newest of those that `among` takes. */
  | {
      readonly newest: string;
      readonly by: string;
      readonly of: string;
      readonly among: { readonly field: string; readonly values: readonly string[] };
    }
  /** What was agreed with a customer, of the platform's own books, and how much of it is used. */
  | { readonly agreed: true; readonly counts: string }
  /** When the value of a field came to be, ms, as far as the history of its record tells; null where it was always so. */
  | { readonly since: string }
  /** How many records hold the row's id (or what it has in `at`) in `by`; of those with a role, `elevated` counts the admins. */
  | {
      readonly count: string;
      readonly by: string;
      readonly label: string;
      readonly at?: string;
      readonly where?: { readonly field: string; readonly value: string };
      readonly elevated?: true;
    };

/** Records whose field holds one value. */
interface OneValue {
  readonly field: string;
  readonly value: JsonValue;
}

export interface Home {
  /** Screen of the window. */
  readonly screen: string;
  /** The screen of workspaces that do not have that one: it shows their only record. */
  readonly instead?: string;
  /** Parameter that opens the record on the page of its organization; left out, it has the screen to itself. */
  readonly param?: string;
  /** Tab of that page. */
  readonly tab?: string;
  /** False where the screen shows all of them at once. */
  readonly page?: false;
}

export interface Model<
  Name extends string = string,
  F extends Fields = Fields,
  Collection extends string = string,
  C extends Fields = Fields,
> {
  readonly name: Name;
  readonly words: Words;
  /** People are round, what they belong to is square; left out, it has no picture. */
  readonly shape?: 'round' | 'square';
  /** Where the window shows one of its records. */
  readonly home: Home;
  /** The palette finds its records, those of a smaller number first. */
  readonly found?: number;
  /** Set for what everything else can be scoped to: its records stand for themselves. */
  readonly scope?: true;
  /** Belongs to the whole instance, and says what the records of one organization mean: goes with a copy of one. */
  readonly withScope?: true;
  /** The field with the id of what its records stand inside of, where that is no organization: they wait for its creation. */
  readonly inside?: string;
  /** Schema in `shared/specs` (its name, or the way to it from `#`) that its fields' `wire` paths go into; null for what the spec leaves open. */
  readonly spec: { readonly file: SpecFile; readonly schema: string } | null;
  /**
   * What a file may name one of its records by, beside its id: fields that together are one record's alone, of those records that `where`
   * takes. The first of which a line says all counts.
   */
  readonly namedBy?: {
    readonly keys: readonly (readonly string[])[];
    readonly where?: { readonly field: string; readonly value: string };
  };
  /** Its records come with the instance: what is seen of them for the first time was copied for the first time, and nobody made it. */
  readonly standing?: true;
  /** Workspaces that copy it. */
  readonly scenarios: readonly Scenario[];
  /** Workspaces that copy it as well where they have a Platform token beside their key. */
  readonly withToken?: readonly Scenario[];
  /** Workspaces that copy it when they are asked to, and by no sweep. */
  readonly asked?: readonly Scenario[];
  /** The field with the id of the record that its list is asked for by, where there is no list of all. */
  readonly listedBy?: string;
  /** RxDB collection that keeps it. */
  readonly collection: Collection;
  /** Set where it shares its collection with others, told apart by `kind`. */
  readonly shares?: true;
  /** The fields that the collection's schema names, where it is fixed; all others stand in the documents only. */
  readonly stored?: Fields;
  /** What lists are sorted by when nobody says. */
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** Indexes of the collection, beside the one by id. */
  readonly indexes: readonly (readonly string[])[];
  readonly fields: F;
  /** What a creation may say besides, and no record shows again: whether an email goes out, for how many days a link holds. */
  readonly said?: Fields;
  readonly computed?: Computed<F, C>;
  /** What the answer to its creation shows, and nothing ever again: `Client secret`. It is kept nowhere. */
  readonly once?: string;
  /** Field of a creation that, set, leaves nothing to show once: a public client has no secret. */
  readonly openBy?: string;
  /** What can be done to a record, by name (`perform`). */
  readonly acts?: Readonly<Record<string, Act>>;
  /** Figures and values of other records that pages show beside each row, by name. */
  readonly beside?: Readonly<Record<string, Beside>>;
  /** What a record is called in lists of changes. `place`: name of its organization, for records that do not carry it. */
  readonly label: (record: ValuesOf<F>, place: string) => string;
  /** Its number on the service is kept day by day: of all of them, or of those that `where` takes. */
  readonly trend?: { readonly says: string; readonly where?: OneValue };
  /** Its records end by themselves at the time in `field` (0: never), those that `where` takes. */
  readonly ends?: { readonly says: string; readonly field: string; readonly where?: OneValue };
  /** Every other property of the spec's schema, and why it is not copied. */
  readonly ignored: Readonly<Record<string, string>>;
}

export type SpecFile = 'bapi-2026-05-12.yml' | 'platform-beta.yml';

/** Checks a model, and keeps the types of its fields. */
export const model = <
  const Name extends string,
  const F extends Fields,
  const Collection extends string,
  const C extends Fields = Record<never, never>,
>(
  made: Model<Name, F, Collection, C>,
): Model<Name, F, Collection, C> => made;

export const by = (field: string, direction: 'asc' | 'desc' = 'asc') => ({ field, direction }) as const;

export const backend = (schema: string) => ({ file: 'bapi-2026-05-12.yml', schema }) as const;
export const platform = (schema: string) => ({ file: 'platform-beta.yml', schema }) as const;

/**
 * Small lists share one collection: RxDB's open edition allows 13 in a process. Its schema is fixed, so that another kind of record
 * changes nothing that is stored: all other fields stand in the documents only, where lists sort and filter by them without an index.
 */
export const catalogued = {
  collection: 'catalogue',
  shares: true,
  stored: { organizationId: link({ label: t('Organization id') }), createdAt: times.createdAt },
  indexes: [
    ['kind', 'createdAt'],
    ['kind', 'organizationId'],
  ],
} as const;
