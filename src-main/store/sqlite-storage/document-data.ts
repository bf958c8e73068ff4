import type { RxDocumentData } from 'rxdb';
import type { SqlValue } from './driver';
import { unlessTooDeep } from './unless-too-deep';

/** SQLite's JSON functions stop at 1,000 levels, and then every question over the table is an error: what lies deeper is folded. */
const mostLevels = 900;
/** A folded document starts with a blank, which no other does. */
const foldMark = ' ';
const foldKey = '$deep';

/** The stored text of a document; a `StoreError` where it nests so deep that there is none. */
export function dataOf(document: unknown): string {
  return unlessTooDeep(() => {
    const text = JSON.stringify(document);
    return isDeep(text) ? foldMark + JSON.stringify(folded(document, 1)) : text;
  });
}

/** The document behind a stored text. */
export function documentOf<RxDocType>(data: SqlValue | undefined): RxDocumentData<RxDocType> {
  const text = String(data);
  const document: unknown = JSON.parse(text);
  return (text.startsWith(foldMark) ? unfolded(document, 1) : document) as RxDocumentData<RxDocType>;
}

/** Whether a JSON text has more levels than SQLite's functions should meet. */
export function isDeep(text: string): boolean {
  // So many levels take as many brackets on either side.
  if (text.length < 2 * mostLevels) return false;
  let level = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = endOfString(text, at);
    else if (unit === 0x7b || unit === 0x5b) {
      level += 1;
      if (level > mostLevels) return true;
    } else if (unit === 0x7d || unit === 0x5d) level -= 1;
  }
  return false;
}

/** Where a string that begins at a quote ends: at the next quote behind an even number of backslashes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A copy with whatever lies at the last level as text. */
function folded(value: unknown, level: number): unknown {
  if (!isTree(value)) return value;
  if (level === mostLevels) return { [foldKey]: JSON.stringify(value) };
  return mapped(value, (inner) => folded(inner, level + 1));
}

function unfolded(value: unknown, level: number): unknown {
  if (!isTree(value)) return value;
  if (level === mostLevels) return JSON.parse(String((value as Record<string, unknown>)[foldKey]));
  return mapped(value, (inner) => unfolded(inner, level + 1));
}

function mapped(value: object, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  // Of entries, so that a key named `__proto__` stays one.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
