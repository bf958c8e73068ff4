import { configField, configWords } from './config-field';
import { RecordId } from './ids';
import { isJsonArray, type JsonObject, type JsonValue } from './json';

/** The settings record of a platform workspace that holds the JSON Schema of its configs. */
export const configSchemaId = RecordId.parse('config_schema');

/** One setting of an application's config, as its schema describes it. */
export interface ConfigSetting {
  /** Field path in the application: `config.auth_password.min_length`. */
  readonly path: string;
  /** Key of the group: `auth_password`. */
  readonly group: string;
  /** As the schema calls it: unique in its group at best, so that screens call it by `settingName`. */
  readonly title: string;
  /** `list`: of texts; `json`: whatever else, an object with keys of the customer's own above all. */
  readonly kind: 'flag' | 'number' | 'choice' | 'color' | 'text' | 'list' | 'json';
  /** Values of a choice, and what a list is chosen from where that is told. */
  readonly options: readonly string[];
  /** Of a number: without a fraction. */
  readonly whole: boolean;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Regular expression that a text must match. */
  readonly pattern: string | undefined;
  /** `uri`, `email`: what a text must be. */
  readonly format: string | undefined;
  readonly maxLength: number | undefined;
  /** Read back masked or as null although it is set. */
  readonly writeOnly: boolean;
  /** What holds where nothing is set; undefined where the schema does not say. */
  readonly initial: JsonValue | undefined;
  /** Of a list: its order says nothing. */
  readonly unordered: boolean;
}

export interface ConfigGroup {
  readonly key: string;
  readonly title: string;
  readonly settings: readonly ConfigSetting[];
}

/** The one name that every screen gives a setting: `Google: enabled`. */
export function settingName({ path, title }: Pick<ConfigSetting, 'path' | 'title'>): string {
  return configField(path)?.label ?? title;
}

/** The same in two: what its group is called, '' where the name goes without, and what it is called in it. */
export function settingNameParts(setting: Pick<ConfigSetting, 'path' | 'title' | 'group'>): {
  readonly group: string;
  readonly own: string;
} {
  const name = settingName(setting);
  const group = configWords(setting.group);
  return name.startsWith(`${group}: `)
    ? { group, own: name.slice(group.length + 2) }
    : { group: '', own: name };
}

const object = (value: JsonValue | undefined): JsonObject | undefined =>
  value !== null && typeof value === 'object' && !isJsonArray(value) ? value : undefined;

const number = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const text = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const list = (value: JsonValue | undefined): readonly JsonValue[] =>
  value !== null && typeof value === 'object' && isJsonArray(value) ? value : [];

/** The groups of settings in a config's JSON Schema (spec: `PlatformConfigSchemaResponse`). Pure. */
export function configGroups(schema: JsonObject): readonly ConfigGroup[] {
  return Object.entries(object(schema.properties) ?? {}).flatMap(([key, raw]) => {
    const group = object(raw);
    const settings = group === undefined ? [] : settingsIn(key, `config.${key}`, group);
    const title = typeof group?.title === 'string' ? group.title : configWords(key);
    return settings.length === 0 ? [] : [{ key, title, settings }];
  });
}

function settingsIn(group: string, path: string, schema: JsonObject): readonly ConfigSetting[] {
  const hidden = schema.writeOnly === true;
  return Object.entries(object(schema.properties) ?? {}).flatMap(([name, raw]) => {
    const described = object(raw);
    if (described === undefined) return [];
    const inner = `${path}.${name}`;
    if (object(described.properties)) return settingsIn(group, inner, described);
    const setting = settingOf(name, described);
    return [{ ...setting, path: inner, group, writeOnly: hidden || setting.writeOnly }];
  });
}

function settingOf(name: string, described: JsonObject): Omit<ConfigSetting, 'path' | 'group'> {
  const type = notNull(described) ?? {};
  const options = list(type.enum ?? object(type.items)?.enum)
    .filter((option) => option !== null)
    .map(String);
  const kind = kindOf(type, options);
  return {
    title: typeof described.title === 'string' ? described.title : configWords(name),
    kind,
    options,
    whole: type.type === 'integer',
    minimum: number(type.minimum),
    maximum: number(type.maximum),
    pattern: text(type.pattern),
    format: text(type.format),
    maxLength: number(type.maxLength),
    writeOnly: described.writeOnly === true,
    initial: described.default,
    // What is chosen among the words of a list is a set, whether the schema says so or not.
    unordered: type.uniqueItems === true || (kind === 'list' && options.length > 0),
  };
}

/** Of "this or null", this; undefined where it may be one of several things. */
function notNull(described: JsonObject): JsonObject | undefined {
  const { anyOf, type } = described;
  const types = list(type).filter((one) => one !== 'null');
  if (types.length > 0) return types.length === 1 ? { ...described, type: types[0] ?? null } : undefined;
  const kinds = list(anyOf)
    .map(object)
    .filter((one) => one !== undefined && one.type !== 'null');
  return kinds.length > 1 ? undefined : (kinds[0] ?? described);
}

function kindOf({ type, pattern, items }: JsonObject, options: readonly string[]): ConfigSetting['kind'] {
  if (type === 'array') return (object(items)?.type ?? 'string') === 'string' ? 'list' : 'json';
  if (options.length > 0) return 'choice';
  switch (type) {
    case 'boolean':
      return 'flag';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return typeof pattern === 'string' && pattern.startsWith('^#') ? 'color' : 'text';
    default:
      return 'json';
  }
}

/** What a config holds and its schema does not describe, by group: it is edited as what its value is. Pure. */
export function undescribedGroups(
  config: JsonObject,
  groups: readonly ConfigGroup[],
): readonly ConfigGroup[] {
  const described = new Set(groups.flatMap(({ settings }) => settings.map(({ path }) => path)));
  return Object.entries(config).flatMap(([key, value]) => {
    const group = object(value);
    const settings = group === undefined ? [] : undescribedIn(key, `config.${key}`, group, described);
    return settings.length === 0 ? [] : [{ key, title: configWords(key), settings }];
  });
}

function undescribedIn(
  group: string,
  path: string,
  held: JsonObject,
  described: ReadonlySet<string>,
): readonly ConfigSetting[] {
  return Object.entries(held).flatMap(([name, value]) => {
    const inner = `${path}.${name}`;
    if (described.has(inner) || name === '' || name.includes('.')) return [];
    const parts = object(value);
    if (parts !== undefined && Object.keys(parts).length > 0)
      return undescribedIn(group, inner, parts, described);
    return [{ ...settingOf(name, schemaLike(value)), path: inner, group }];
  });
}

/** A schema that a value fulfils, as far as a form needs one. */
function schemaLike(value: JsonValue): JsonObject {
  if (value === null) return {};
  if (typeof value !== 'object') return { type: typeof value };
  return isJsonArray(value)
    ? { type: 'array', items: { type: value.every((one) => typeof one === 'string') ? 'string' : 'object' } }
    : { type: 'object' };
}
