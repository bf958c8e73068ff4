import { parseCount } from '@renderer/ui/format/format-count';
import { failure, type Result, success } from '@shared/contract/failure';
import { actAt } from '@shared/domain/acts';
import { asHeld } from '@shared/domain/as-held';
import { editableField } from '@shared/domain/editable-fields';
import type { EntityName } from '@shared/domain/entity';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import type { Field } from '@shared/domain/kinds/field';
import { neverSet, nothingKnown } from '@shared/domain/kinds/kind';
import { type Kind, kindSpec } from '@shared/domain/kinds/kinds';
import { isUnlimited } from '@shared/domain/limits/is-unlimited';
import { fieldAt } from '@shared/domain/records/fields-of';
import { valueFault } from '@shared/domain/rules/value-fault';
import { t } from '@shared/language/t';
import { kindAt } from './field-text';

/** How a value of a kind is set in a form. */
export interface FieldInput {
  /** As one line of text or several, by a switch, as one of what there is; null where a form does not set it. */
  readonly by: 'line' | 'lines' | 'switch' | 'choice' | 'record' | 'secret' | null;
  /** The line as it stands when typing begins. */
  readonly typed: (value: JsonValue) => string;
  /** The line as a value; whether it can be set is the kind's to say. */
  readonly read: (text: string) => Result<JsonValue>;
  readonly inputMode: 'text' | 'numeric';
  /** An empty line is a value as well; of others it says nothing, and a creation leaves the field to the service. */
  readonly emptySays?: true;
  /** What is worth knowing before typing. */
  readonly hint?: string;
}

const typed = (value: JsonValue): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
const read = (text: string): Result<JsonValue> => success(text.trim());

const line: FieldInput = { by: 'line', typed, read, inputMode: 'text' };
const without = (by: FieldInput['by']): FieldInput => ({ ...line, by });

const joined = (value: JsonValue): string => (Array.isArray(value) ? value.join(', ') : '');

/** Parted by commas, blanks or lines: none of them stands inside of an address or a domain. */
const readList = (text: string): Result<JsonValue> =>
  success(text.split(/[\s,]+/).filter((part) => part !== ''));

const inputs = {
  text: line,
  prose: without('lines'),
  name: line,
  slug: line,
  key: line,
  email: line,
  phone: { ...line, hint: t('Such as +41791234567') },
  // Never a line: what is typed into one is kept on this machine until it is staged.
  secret: without('secret'),
  color: { ...line, hint: t('Such as #1f6feb') },
  seats: {
    by: 'line',
    typed: (value) => (value === 0 || value === null ? '' : String(value)),
    read: readSeats,
    emptySays: true,
    inputMode: 'numeric',
    hint: t('Empty means no limit'),
  },
  number: {
    by: 'line',
    typed: (value) => (value === null ? '' : String(value)),
    read: readNumber,
    inputMode: 'numeric',
  },
  limit: {
    by: 'line',
    typed: (value) => (value === null ? '' : String(value)),
    read: readLimit,
    inputMode: 'numeric',
    hint: t('Empty: as in the instance. 0: no limit'),
  },
  flag: without('switch'),
  choice: without('choice'),
  role: without('choice'),
  ref: without('record'),
  link: without('record'),
  count: without(null),
  ratio: without(null),
  time: {
    by: 'line',
    typed: (value) => (typeof value === 'number' && value > 0 ? new Date(value).toISOString() : ''),
    read: readMoment,
    emptySays: true,
    inputMode: 'text',
    hint: t('Such as 2026-11-30 or 2026-11-30T09:00:00Z; empty means never'),
  },
  list: { ...line, typed: joined, read: readList, hint: t('Parted by commas') },
  permissions: without(null),
  image: without(null),
  icon: without(null),
  roles: without('choice'),
  setKey: without('choice'),
  groupRoles: without(null),
  roleMap: without(null),
  json: {
    ...line,
    by: 'lines',
    read: readObject,
    hint: t('A JSON object, such as {example}', { example: '{"tier":"gold"}' }),
  },
  entry: { ...line, read: readEntry, hint: t('A text, or JSON: 12, true, ["a"]. Empty takes it out') },
  config: without(null),
} satisfies Record<Kind, FieldInput>;

export const inputOf = (kind: Kind): FieldInput => inputs[kind];

/** `25` or `1,000`; nothing or `unlimited` for no limit. */
function readSeats(text: string): Result<JsonValue> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || isUnlimited(wanted)) return success(0);
  const seats = parseCount(wanted);
  if (seats !== null) return success(seats);
  return failure(
    'invalid-input',
    t('"{text}" is no number of seats.', { text }),
    t('Type a whole number, or leave it empty for no limit.'),
  );
}

function readNumber(text: string): Result<JsonValue> {
  const count = parseCount(text.trim());
  if (count !== null) return success(count);
  return failure('invalid-input', t('"{text}" is no whole number.', { text }), t('Type digits only.'));
}

/** Nothing for never. */
function readMoment(text: string): Result<JsonValue> {
  const at = text.trim() === '' ? 0 : asHeld('time', text);
  if (typeof at === 'number') return success(at);
  return failure(
    'invalid-input',
    t('"{text}" is no moment.', { text }),
    t('Type it as 2026-11-30 or 2026-11-30T09:00:00Z.'),
  );
}

/** Nothing for what the instance says, 0 for no limit. */
function readLimit(text: string): Result<JsonValue> {
  return text.trim() === '' ? success(null) : readSeats(text.trim() === '0' ? '' : text);
}

/** What looks like JSON is JSON; anything else is a text. Nothing takes the value out. */
function readEntry(text: string): Result<JsonValue> {
  const typed = text.trim();
  if (typed === '') return success(null);
  try {
    return success(JSON.parse(typed) as JsonValue);
  } catch {
    // `{{user.id}}` is a shortcode of the service, and a text.
    if (!/^(?:["[]|\{(?!\{))/.test(typed)) return success(typed);
    const next = t('Correct the JSON, or begin with a letter for a plain text.');
    return failure('invalid-input', t('"{typed}" is not valid JSON.', { typed: typed.slice(0, 40) }), next);
  }
}

/** The whole of a record's metadata, or of a token's claims. */
function readObject(text: string): Result<JsonValue> {
  const next = t('Give one JSON object, such as {example}.', { example: '{"tier":"gold"}' });
  try {
    const value = JSON.parse(text) as JsonValue;
    if (value !== null && typeof value === 'object' && !isJsonArray(value)) return success(value);
  } catch {
    // Told below.
  }
  return failure(
    'invalid-input',
    t('"{typed}" is no JSON object.', { typed: text.trim().slice(0, 40) }),
    next,
  );
}

/** What was typed for a field, by the very rule that staging goes by: a form passes nothing that is refused there. */
export function parseField(entity: EntityName, path: string, text: string): Result<JsonValue> {
  const kind = kindAt(entity, path);
  if (kind === undefined) return read(text);
  const fault = fieldAt(entity, path)?.fault;
  return parseAs({ kind, label: fieldLabel(entity, path), ...(fault && { fault }) }, text);
}

/** The same of a field that is at hand: what an act takes is no field of a record. */
export function parseAs(field: Pick<Field, 'kind' | 'label' | 'fault'>, text: string): Result<JsonValue> {
  const value = inputs[field.kind].read(text);
  if (!value.ok || kindSpec(field.kind).fault === neverSet) return value;
  const fault = valueFault(field, value.value, nothingKnown);
  if (fault === null) return value;
  return failure(
    'invalid-input',
    t('{field} {fault}.', { field: field.label, fault }),
    t('Correct it, or cancel.'),
  );
}

/** What the interface calls a field, settings of a config among them. */
export function fieldLabel(entity: EntityName, path: string): string {
  return (
    actAt(entity, path)?.label ?? fieldAt(entity, path)?.label ?? editableField(entity, path)?.label ?? path
  );
}
