import type { EntryOf, ValueOf } from '../books/books';
import { configPrefix } from '../config-field';
import type { ConfigSetting } from '../config-settings';
import { around, readField, writeField } from '../field-path';
import { isJsonArray, type JsonValue } from '../json';
import type { RemoteRecord } from '../records/record-map';
import { fillVariables } from '../text/fill-variables';
import { heldSetting, isLeftOut, sameSetting } from './same-setting';

export type Application = RemoteRecord<'application'>;
export type Baseline = EntryOf<'baseline'>;

/** Where an expected value comes from. */
export interface BaselineSource {
  readonly id: string;
  readonly name: string;
  readonly level: ValueOf<'baseline'>['level'];
}

/** What a setting of an application should be, or which of its variables are wanting to say so. */
export interface Expected {
  readonly value: JsonValue;
  readonly missing: readonly string[];
  /** Whether nobody can tell that the application is of the group it is for: a value that its rule asks for is not shown. */
  readonly doubtful: boolean;
  readonly source: BaselineSource;
}

const levels: readonly BaselineSource['level'][] = ['application', 'group', 'all'];

/** Baselines in the order of precedence: customer, group, all; then by rank, then by name. */
export function byPrecedence(baselines: readonly Baseline[]): readonly Baseline[] {
  return baselines.toSorted(
    (a, b) =>
      levels.indexOf(a.value.level) - levels.indexOf(b.value.level) ||
      a.value.rank - b.value.rank ||
      order(a.value.name, b.value.name) ||
      order(a.id, b.id),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the copied schema says of settings, by path. */
type Settings = ReadonlyMap<string, ConfigSetting>;

/**
 * Whether an application is of a group: named in it, or with all the values that its rule asks for, compared as a baseline's.
 * Undefined where one of them was never read or is not shown, and no other tells that it is not.
 */
export function isInGroup(
  { members, where }: ValueOf<'applicationGroup'>,
  application: Application,
  described: Settings,
): boolean | undefined {
  if (members.includes(application.id)) return true;
  const fits = where.map(({ field, value }) => {
    const setting = described.get(field);
    const held = field.startsWith(configPrefix)
      ? heldSetting(application.config, field, setting)
      : (readField(application, field) ?? null);
    if (held === undefined) return isLeftOut(application.config, field, setting) ? false : undefined;
    return sameSetting(setting, held, value);
  });
  if (fits.length === 0 || fits.includes(false)) return false;
  return fits.includes(undefined) ? undefined : true;
}

/** Baselines in the order of precedence, with what is the same for every application worked out. */
export interface Prepared {
  readonly baselines: readonly (Pick<Baseline['value'], 'level' | 'of'> & {
    readonly settings: readonly {
      readonly path: string;
      readonly expected: Expected;
      readonly varies: boolean;
    }[];
  })[];
  /** Whether one says something of a setting, and another of a part of it. */
  readonly overlap: boolean;
}

export function prepared(baselines: readonly Baseline[]): Prepared {
  const paths = new Set(baselines.flatMap(({ value }) => value.settings.map(({ path }) => path)));
  return {
    baselines: byPrecedence(baselines).map(({ id, value: { name, level, of, settings } }) => ({
      level,
      of,
      settings: settings.map(({ path, value }) => ({
        path,
        expected: { value, missing: [], doubtful: false, source: { id, name, level } },
        varies: JSON.stringify(value).includes('{{'),
      })),
    })),
    overlap: [...paths].some((path) => around(path).some((whole) => paths.has(whole))),
  };
}

/**
 * What an application's settings should be, by path: of all baselines that are for it, in the order of precedence, the
 * first one that says something of a setting counts. Pure.
 */
export function expectedSettings(
  application: Application,
  { baselines, overlap }: Prepared,
  groups: ReadonlyMap<string, ValueOf<'applicationGroup'>>,
  variables: Readonly<Record<string, string>>,
  described: Settings,
): ReadonlyMap<string, Expected> {
  const settings = new Map<string, Expected>();
  const own = ownWords(application, variables);
  for (const { level, of, settings: said } of baselines) {
    const group = groups.get(of);
    const meant =
      level === 'all' ||
      (level === 'application'
        ? of === application.id
        : group !== undefined && isInGroup(group, application, described));
    if (meant === false) continue;
    const doubtful = meant === undefined;
    for (const { path, expected, varies } of said)
      if (!settings.has(path))
        settings.set(path, {
          ...expected,
          ...(varies && filled(expected.value, own)),
          doubtful,
        });
  }
  return overlap ? combined(settings) : settings;
}

/**
 * A setting of which another baseline says a part: what comes before counts for that part, inside of the whole as well; what comes after
 * has nothing more to say of it. So all of them can be the same at once.
 */
function combined(settings: ReadonlyMap<string, Expected>): ReadonlyMap<string, Expected> {
  const result = new Map<string, Expected>();
  for (const [path, expected] of settings) {
    if (around(path).some((whole) => result.has(whole))) continue;
    const parts = [...result].filter(([other]) => around(other).includes(path));
    const { value } = parts.reduce<{ readonly value: JsonValue }>(
      (whole, [other, part]) => writeField(whole, `value${other.slice(path.length)}`, part.value),
      expected,
    );
    const missing = new Set([...expected.missing, ...parts.flatMap(([, part]) => part.missing)]);
    const doubtful = expected.doubtful || parts.some(([, part]) => part.doubtful);
    result.set(path, { ...expected, value, missing: [...missing], doubtful });
  }
  return result;
}

/** An application's words for variables. One without a domain may be given one for its texts. */
export function ownWords(
  { name, domain }: Pick<Application, 'name' | 'domain'>,
  variables: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const held = Object.entries({ name, domain });
  return { ...variables, ...Object.fromEntries(held.filter(([, text]) => text !== '')) };
}

const variable = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** A value with its variables in their places, and the names of those that have none. */
function filled(
  value: JsonValue,
  variables: Readonly<Record<string, string>>,
): Pick<Expected, 'value' | 'missing'> {
  const missing = new Set<string>();
  const fill = (inner: JsonValue): JsonValue => {
    if (typeof inner === 'string') {
      const own = fillVariables(inner, variable, variables);
      for (const name of own.missing) missing.add(name);
      return own.text;
    }
    if (inner === null || typeof inner !== 'object') return inner;
    if (isJsonArray(inner)) return inner.map(fill);
    return Object.fromEntries(Object.entries(inner).map(([key, part]) => [key, fill(part)]));
  };
  return { value: fill(value), missing: [...missing] };
}
