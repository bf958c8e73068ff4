import { parseSetting, settingText } from '@renderer/screens/applications/setting-text';
import { groupRejections } from '@renderer/screens/shared/group-rejections';
import { slugOf } from '@renderer/ui/format/slug-of';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import { BookId } from '@shared/domain/books/book';
import type { ValueOf } from '@shared/domain/books/books';
import { configField, isSecretSetting } from '@shared/domain/config-field';
import type { ConfigGroup, ConfigSetting } from '@shared/domain/config-settings';
import { heldSetting } from '@shared/domain/fleet/same-setting';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { takenOver } from '@shared/domain/rules/taken-over';
import { t } from '@shared/language/t';

/** A setting in a form: its text, and the value that it stands for. */
export interface SettingRow {
  readonly setting: ConfigSetting;
  readonly text: string;
  readonly parsed: Result<JsonValue>;
}

/** What is held is kept as it is, never by way of a text, for as long as its text is not another. */
export function settingRow(
  setting: ConfigSetting,
  held: JsonValue | undefined,
  edited: string | undefined,
): SettingRow {
  const was = held === undefined ? undefined : typedText(setting, held);
  const text = edited ?? was ?? '';
  const parsed = held !== undefined && text === was ? success(held) : typedValue(setting, text);
  return { setting, text, parsed };
}

/** The settings of a form: those that are held, and what was typed since by path; null takes one out. */
export const settingRows = (
  known: readonly ConfigSetting[],
  held: Readonly<Record<string, JsonValue>>,
  edited: Readonly<Record<string, string | null>>,
): readonly SettingRow[] =>
  known.flatMap((setting) => {
    const typed = edited[setting.path];
    const value = held[setting.path];
    const absent = typed === null || (typed === undefined && value === undefined);
    return absent ? [] : [settingRow(setting, value, typed)];
  });

/** A value as it is typed or chosen in a form. */
export function typedText({ kind }: ConfigSetting, value: JsonValue): string {
  if (kind === 'flag') return value === true ? 'on' : 'off';
  if (value === null || typeof value !== 'object') return String(value);
  const plain = kind === 'list' && isJsonArray(value) && value.every(isPlain);
  return plain ? value.join(', ') : JSON.stringify(value);
}

/** A text that is itself again after a list was joined by commas and split. */
const isPlain = (one: JsonValue): boolean =>
  typeof one === 'string' && one !== '' && one === one.trim() && !/[,\n]|^\[/.test(one);

/** What was typed as a value; a text with a variable in it is nobody's to judge before it is filled. */
function typedValue(setting: ConfigSetting, text: string): Result<JsonValue> {
  const { kind } = setting;
  if (kind === 'flag' && text !== '') return success(text === 'on');
  if (kind === 'list' && text.trim() === '') return success([]);
  const open = text.includes('{{') && (kind === 'text' || kind === 'color');
  return open ? success(text.trim()) : parseSetting(setting, text);
}

/** Whether a group's rule is listed condition by condition: a form edits one, of a setting that is known. */
export const isListed = (
  where: ValueOf<'applicationGroup'>['where'],
  known: readonly ConfigSetting[],
): boolean => where.length > 1 || where.some(({ field }) => !known.some(({ path }) => path === field));

/** Settings that a baseline can hold: what is hidden or secret cannot be compared. */
export const comparable = (groups: readonly ConfigGroup[]): readonly ConfigSetting[] =>
  groups.flatMap(({ settings }) =>
    settings.filter(({ path, writeOnly }) => !writeOnly && !isSecretSetting(path)),
  );

/** A condition of a group's rule, in words. */
export const conditionText = ({ field, value }: ValueOf<'applicationGroup'>['where'][number]): string =>
  t('{label} is {value}', { label: configField(field)?.label ?? field, value: settingText(field, value) });

/** The settings of an application in some groups, as a golden config: without secrets, and without its own pages and addresses. */
export function goldenOf(
  application: StoredRecord<'application'>,
  known: readonly ConfigSetting[],
  groups: readonly string[],
): Readonly<Record<string, JsonValue>> {
  const { config } = takenOver(application);
  return Object.fromEntries(
    known.flatMap(({ path, group }) => {
      const held = groups.includes(group) ? heldSetting(config, path, undefined) : undefined;
      return held === undefined ? [] : [[path, held]];
    }),
  );
}

/** A text in it that stands for something else with each customer; Clerk's own shortcodes have a dot, and are none. */
const variable = /\{\{\s*[A-Za-z]\w*\s*\}\}/;

/** A baseline that says another value of a setting; refused where it says none, or what each customer fills for itself. */
export function restated(
  baseline: ValueOf<'baseline'>,
  path: string,
  value: JsonValue,
): Result<ValueOf<'baseline'>> {
  const said = baseline.settings.find((each) => each.path === path);
  if (said === undefined)
    return failure(
      'not-found',
      t('{name} says nothing of it any more.', { name: baseline.name }),
      t('Look at its baselines again.'),
    );
  if (variable.test(JSON.stringify(said.value)))
    return failure(
      'invalid-input',
      t('{name} has a variable there, which each customer fills: one customer’s text would be everybody’s.', {
        name: baseline.name,
      }),
      t('Edit the baseline itself, or accept the value for this customer.'),
    );
  const settings = baseline.settings.map((each) => (each === said ? { path, value } : each));
  return success({ ...baseline, settings });
}

/** An id for a new entry that says what it is: `golden-3f2a`. */
export function entryId(name: string): string {
  return `${slugOf(name).slice(0, 60) || 'entry'}-${crypto.randomUUID().slice(0, 4)}`;
}

/** What was not staged, with the names of the applications that it concerns. */
export function broughtFailures(
  { rejected, rejectedOf }: Pick<OutputOf<'bringToBaseline'>, 'rejected' | 'rejectedOf'>,
  names: ReadonlyMap<string, string>,
): readonly Failure[] {
  const numbered = rejected.map(({ failure }, index) => ({ index, failure }));
  return groupRejections(
    { rejected: numbered },
    rejectedOf.map((id) => names.get(id) ?? id),
  );
}

/** An id for a new exception, which says of what it is: where that does not fit whole, it is nobody else's all the same. */
export function exceptionId(applicationId: string, path: string): string {
  const plain = `${applicationId}:${path}`;
  if (BookId.safeParse(plain).success) return plain;
  return `${plain.replace(/[^A-Za-z0-9_.:-]/g, '-').slice(0, 80)}-${crypto.randomUUID()}`;
}
