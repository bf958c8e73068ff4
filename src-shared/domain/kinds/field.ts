import { t } from '../../language/t';
import type { RecordId } from '../ids';
import type { JsonValue } from '../json';
import type { Kind, KindValue } from './kinds';

/** What a field says of itself beside its kind. */
export interface FieldOptions {
  /** How the interface names it. */
  readonly label: string;
  /** Where the spec's schema holds it, as a path: `organization.id`. */
  readonly wire?: string;
  /** Properties of the spec's schema that the adapter makes it of, where no single one holds it. */
  readonly from?: readonly string[];
  /** What to type, where its name does not say enough. */
  readonly hint?: string;
  /** Entity whose id it holds. */
  readonly to?: string;
  /** An update intent may name it. */
  readonly edit?: true;
  /** The values that it can be set to, of the record itself, and what they are, as the end of a sentence. */
  readonly among?: {
    readonly of: (record: Readonly<Record<string, JsonValue>>) => readonly string[];
    readonly says: string;
  };
  /** A creation may name it, or must. */
  readonly create?: true | 'must';
  /** Its text is found by substring. Files keep the order that the numbers give. */
  readonly search?: number;
  /** Sorted as people sort names: Österreich with O, and not behind z. */
  readonly sorted?: true;
  /** Follows from other fields of the record (`of`): a staged value of one of these shows in it at once. */
  readonly follows?: {
    readonly of: readonly string[];
    readonly by: (record: Readonly<Record<string, JsonValue>>) => JsonValue;
  };
  /** What the interface calls its values, where the service's words are none of people's. */
  readonly says?: Readonly<Record<string, string>>;
  /** Which records have it, by their values, where not all do: the others are not asked for it, and refuse it. */
  readonly fits?: (record: Readonly<Record<string, JsonValue | undefined>>) => boolean;
  /** What is wrong with a value that its kind takes, as the end of a sentence; null when nothing is. */
  readonly fault?: (value: JsonValue) => string | null;
  /** Seldom said: forms ask for it under *More*. */
  readonly rare?: true;
  /** The service keeps it in small letters, whatever was typed: so does what is staged. */
  readonly lower?: true;
  /** One record alone has a value of it (of a list: each of them), whatever the case: what takes one is sent after what gives it up. */
  readonly single?: true;
  /** Of such a one: the list of all that the record has, of which it is the first. An edit only chooses among them. */
  readonly heldIn?: string;
  /** The service may keep it in small letters, or as it was typed: an answer in another case holds what was sent. */
  readonly anyCase?: true;
  /** Words that the service may keep in another order. */
  readonly anyOrder?: true;
  /** No two records of the service have the same, whatever the case. */
  readonly unique?: true;
  /** Of metadata: the keys whose values are known, each edited as its own kind. */
  readonly known?: Readonly<Record<string, AnyField>>;
  /** A word that the service chose from a few, or a figure in words: says nothing of anybody, and stays where names are replaced. */
  readonly plain?: true;
  /** The words of the spec, where it names them: a filter that asks for another one is a slip, unless a record holds it. */
  readonly words?: readonly string[];
  /** Of an object: its keys are ids or names of something, and no structure: they are replaced where names are. */
  readonly byId?: true;
  /** Of few values, which tables filter by and count. */
  readonly facet?: true;
  /** Of a link: what may be done to the record depends on the one that it names. */
  readonly decides?: true;
  /** Repeats a field of the record that another field (`by`) names: it has no history of its own. */
  readonly repeats?: { readonly field: string; readonly by: string };
  /** A column of tables that are made of models, and how much room it takes; the first wide one names the record. */
  readonly column?: 'wide' | 'middle' | 'narrow';
  /** Settings inside of a config that are columns, by path. */
  readonly columns?: readonly string[];
  /** Follows from other records, or from time passing: alone it is no change that anybody made. */
  readonly derived?: true;
  /** Added after records were stored without it: they read as blank until the next sweep. */
  readonly late?: true;
  /** The property of the RxDB schema, where it is not the kind's. */
  readonly stored?: object;
  /** What a provisional record shows where its creation says nothing, if it is not the kind's. `at`: ms since 1970. */
  readonly blank?: (id: RecordId, at: number) => JsonValue;
}

export interface Field<K extends Kind = Kind> extends FieldOptions {
  readonly kind: K;
}

/** One of the words that are known; the service may come up with others. */
export interface Choice<Option extends string = string> extends Field<'choice'> {
  readonly options: readonly Option[];
  /** Its words are made here, and there are no others. */
  readonly ours?: true;
}

/** A word of the service that no list here has: kept and shown as it came. A table by known words does not take it. */
export type Unlisted = string & {};

/** Fields that are kept as one object: `branding.tagline`. Each part is edited, merged and told by itself. */
export interface Group<Parts extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>>
  extends FieldOptions {
  readonly kind: 'group';
  readonly parts: Parts;
}

export type AnyField = Field | Choice | Group;

export const isChoice = (field: AnyField): field is Choice => field.kind === 'choice';

export type Fields = Readonly<Record<string, AnyField>>;

export type FieldValue<F extends AnyField> =
  F extends Group<infer Parts>
    ? { -readonly [P in keyof Parts]: FieldValue<Parts[P]> }
    : F extends Choice<infer Option>
      ? F extends { readonly ours: true }
        ? Option
        : Option | Unlisted
      : F extends Field<infer K>
        ? KindValue<K>
        : never;

/** A record stands for itself, and for what it cannot be without, until it names them. */
export const itsOwn = (id: RecordId): JsonValue => id;
const now = (_: RecordId, at: number): JsonValue => at;

const of =
  <K extends Kind>(kind: K) =>
  (options: FieldOptions): Field<K> => ({ kind, ...options });

export const text = of('text');
export const prose = of('prose');
export const name = of('name');
export const slug = of('slug');
export const key = of('key');
export const email = of('email');
export const phone = of('phone');
export const color = of('color');
export const ref = (options: FieldOptions): Field<'ref'> => ({ kind: 'ref', blank: itsOwn, ...options });
export const link = of('link');
export const role = of('role');
export const count = of('count');
export const number = of('number');
export const seats = of('seats');
export const secret = of('secret');
export const limit = of('limit');
export const time = of('time');
export const ratio = of('ratio');
export const flag = of('flag');
export const list = of('list');
export const permissions = of('permissions');
export const roles = of('roles');
export const groupRoles = of('groupRoles');
export const roleMap = of('roleMap');
export const setKey = of('setKey');
export const image = of('image');
export const icon = of('icon');
export const json = of('json');
export const entry = of('entry');
export const config = of('config');

export const choice = <const Option extends string>(
  options: readonly Option[],
  field: FieldOptions,
): Choice<Option> => ({ kind: 'choice', options, ...field });

/** A choice whose words are made here and not by the service. */
export const ownChoice = <const Option extends string>(
  options: readonly Option[],
  field: FieldOptions,
): Choice<Option> & { readonly ours: true } => ({ ...choice(options, field), ours: true });

export const group = <const Parts extends Readonly<Record<string, Field>>>(
  parts: Parts,
  field: FieldOptions,
): Group<Parts> => ({ kind: 'group', parts, ...field });

/** When the service made a record and changed it last. */
export const times = {
  createdAt: time({ label: t('Created'), wire: 'created_at', blank: now }),
  updatedAt: time({ label: t('Last changed'), wire: 'updated_at', derived: true, blank: now }),
} as const;
