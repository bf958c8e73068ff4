import type { z } from 'zod';
import { t } from '../../language/t';
import type { JsonValue } from '../json';

/** What a value is checked against beside itself: the roles, role sets and permissions that exist. */
export interface Known {
  readonly roles: ReadonlyMap<string, unknown>;
  readonly permissionKeys: ReadonlySet<string>;
  /** Roles of each, by key. */
  readonly roleSets: ReadonlyMap<string, readonly string[]>;
}

/** What all fields of one kind have in common. A surface that shows or takes values has a table of its own, by kind. */
export interface KindSpec<Value extends JsonValue> {
  /** A value as records hold it. */
  readonly schema: z.ZodType<Value>;
  /** A value as the service sends it: missing and null read as not set, a value of another type is never guessed at. */
  readonly wire: z.ZodType<Value>;
  /** Property of the RxDB schema; indexed strings and numbers need the bounds that it carries. */
  readonly stored: object;
  /** Not set. */
  readonly blank: Value;
  /** What a condition compares it with. `any`: the parts are known at run time only. */
  readonly asked: 'text' | 'number' | 'flag' | 'any';
  /**
   * How a service may spell what it was sent: `exact` as it is; `text` in Unicode's composed form with single blanks;
   * `lower` in small letters as well. Texts that are not `exact` are trimmed before they are staged.
   */
  readonly spelling: 'exact' | 'text' | 'lower';
  /** A value as records hold it: a set in the order of its keys. Left out, as it is. */
  readonly held?: (value: JsonValue) => JsonValue;
  /** What a text stands for, where a value may be given as one. */
  readonly given?: (text: string) => JsonValue;
  /** What is wrong with a value that somebody wants to set, as the end of a sentence; null when it can be staged. */
  readonly fault: (value: JsonValue, known: Known) => string | null;
}

/** For kinds whose fields only the service sets. */
export const neverSet = (): string => t('cannot be set');

export const isText = (value: JsonValue): value is string => typeof value === 'string';

/** Where nothing is known that a value could refer to. */
export const nothingKnown: Known = { roles: new Map(), permissionKeys: new Set(), roleSets: new Map() };
