import { inEnglishToo } from '../../language/in-english-too';
import { t } from '../../language/t';
import { lastTime, readMoment } from '../iso-time';
import { isJsonArray, isObject, type JsonValue } from '../json';
import type { Kind } from '../kinds/kinds';
import { isUnlimited } from '../limits/is-unlimited';
import { type ImportCell, undefused } from './import-cell';

/** What a cell may name beside itself. */
export interface CellWords {
  /** Names of the roles there are, by key. */
  readonly roles: ReadonlyMap<string, string>;
  /** The words that the field takes, and what people call them. */
  readonly options?: readonly string[] | undefined;
  readonly says?: Readonly<Record<string, string>> | undefined;
  /** The value that the record has: an entry of metadata keeps its type. */
  readonly held?: JsonValue | undefined;
}

/** A cell as a value of its field, or why it is none, as the end of a sentence that says what is possible. */
export type ReadCell = { readonly value: JsonValue } | { readonly fault: string };

/** In English, and in the language spoken; spreadsheets write flags in that of their user. */
const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'on', 'x', 'wahr', 'ja', t('yes')]);
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'off', 'falsch', 'nein', t('no')]);

type Reader = (cell: ImportCell, text: string, words: CellWords) => ReadCell;

const number: Reader = (cell, text) => readNumber(cell, text, t('must be a number'));
const seats: Reader = (cell, text) =>
  isUnlimited(text) ? { value: 0 } : readNumber(cell, text, t('must be a number, or “unlimited”'));
const object: Reader = (cell, text) =>
  readJson(cell, text, t('must be a JSON object, such as {"tier":"gold"}'), isObject);
const anyJson: Reader = (cell, text, { held }) => ({ value: anyValue(cell, text, held) });

/** Kinds whose values are no plain texts. */
const readers: Readonly<Partial<Record<Kind, Reader>>> = {
  permissions: readList,
  flag: readFlag,
  count: number,
  number,
  ratio: number,
  seats,
  limit: seats,
  time: readTime,
  role: (_, text, { roles }) => readRole(text, roles),
  choice: (_, text, words) => readChoice(text, words),
  list: readList,
  roles: (cell, text, { roles }) => readRoles(readList(cell, text), roles),
  json: object,
  roleMap: object,
  groupRoles: (cell, text) =>
    readJson(cell, text, t('must be a JSON list of { "group", "role" }'), Array.isArray),
  config: anyJson,
  entry: anyJson,
};

/** The value of a cell that is not empty, by the kind of its field. What a value may be beyond that is staging’s to say. Pure. */
export function readCell(kind: Kind, cell: ImportCell, words: CellWords): ReadCell {
  const text = textOf(cell);
  return readers[kind]?.(cell, text, words) ?? { value: text };
}

/** Whether a cell says yes; null where it says neither. */
export function readFlag(cell: ImportCell): ReadCell {
  const word = textOf(cell).toLowerCase();
  if (yes.has(word)) return { value: true };
  return no.has(word) ? { value: false } : { fault: t('must be yes or no (true, false, 1, 0)') };
}

/** A cell as text, without blanks around it; what was kept from running as a formula is itself again. */
export function textOf(cell: ImportCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'object' ? JSON.stringify(cell) : undefused(String(cell)).trim();
}

function readNumber(cell: ImportCell, text: string, fault: string): ReadCell {
  if (typeof cell === 'number') return { value: cell };
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? { value: Number(text) } : { fault };
}

/** 1973, in ms since 1970. */
const leastMs = 100_000_000_000;

function readTime(cell: ImportCell, text: string): ReadCell {
  const counted = typeof cell === 'number' || /^\d+$/.test(text);
  const ms = counted ? Number(text) : readMoment(text);
  // A small number is a day as a spreadsheet counts them, or nothing at all: never a moment in 1970.
  return ms !== null && ms <= lastTime && (!counted || ms === 0 || ms >= leastMs)
    ? { value: ms }
    : { fault: t('must be a time such as 2026-11-30T09:00:00Z') };
}

function readRole(text: string, roles: CellWords['roles']): ReadCell {
  if (roles.has(text)) return { value: text };
  const wanted = text.toLowerCase();
  const called = [...roles].filter(([, name]) => name.toLowerCase() === wanted);
  const [only] = called;
  if (called.length === 1 && only !== undefined) return { value: only[0] };
  return {
    fault: t('must be one of {options}, and is “{text}”', { options: [...roles.keys()].join(', '), text }),
  };
}

function readChoice(text: string, { options = [], says = {} }: CellWords): ReadCell {
  const wanted = text.toLowerCase();
  const found = options.find(
    (each) =>
      each.toLowerCase() === wanted ||
      inEnglishToo(says[each] ?? '').some((name) => name.toLowerCase() === wanted),
  );
  return found === undefined
    ? { fault: t('must be one of {options}', { options: options.join(', ') }) }
    : { value: found };
}

function readList(cell: ImportCell, text: string): ReadCell {
  if (typeof cell === 'object' && !(cell instanceof Date)) return { value: cell };
  if (text.startsWith('['))
    return readJson(cell, text, t('must be a list: texts parted by commas, or JSON'), Array.isArray);
  return { value: text.split(/\s*[,;\n]\s*/).filter((each) => each !== '') };
}

function readRoles(read: ReadCell, roles: CellWords['roles']): ReadCell {
  if ('fault' in read || read.value === null || typeof read.value !== 'object' || !isJsonArray(read.value))
    return read;
  const each = read.value.map((key) => readRole(String(key), roles));
  const odd = each.find((one) => 'fault' in one);
  return odd ?? { value: each.flatMap((one) => ('value' in one ? [one.value] : [])) };
}

function readJson(
  cell: ImportCell,
  text: string,
  fault: string,
  fits: (value: JsonValue) => boolean,
): ReadCell {
  const value = typeof cell === 'object' && !(cell instanceof Date) ? cell : parsed(text);
  return value !== undefined && fits(value) ? { value } : { fault };
}

/** A value of metadata: a text stays one where it is one; else what reads as JSON is that, and all else is text. */
function anyValue(cell: ImportCell, text: string, held: JsonValue | undefined): JsonValue {
  if (cell instanceof Date) return text;
  if (typeof cell !== 'string') return cell;
  if (typeof held === 'string') return text;
  const value = parsed(text);
  // A number that would be written otherwise has lost something: 1.10, or more digits than it can hold.
  return value === undefined || (typeof value === 'number' && String(value) !== text) ? text : value;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
