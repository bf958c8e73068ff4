import { entityHomes, searchedText } from '@main/store/collections';
import { fold, marked, markedWithin, unspaced, WORD } from '@main/store/sqlite-storage/folded-text';
import type { PageQuery } from '@shared/contract/page';
import { readField } from '@shared/domain/field-path';
import { matchesAll } from '@shared/domain/filter/matches';
import type { JsonValue } from '@shared/domain/json';

const shortestSubstring = 3;

/** Whether a record, wherever it comes from, would be a row of the query, whose spans are told. */
export function matchesQuery({ entity, where, text }: PageQuery, record: object): boolean {
  if (!matchesAll(where, record)) return false;
  const fields = searchedText[entityHomes[entity].collection] ?? [];
  const typed = markedWithin(fold(text.trim()));
  if (typed === '' || fields.length === 0) return true;
  // As in the text index, one or two letters find the starts of words only.
  const needle = [...typed].length < shortestSubstring ? WORD + typed : typed;
  return fields.some((field) => {
    const value = String(readField(record, field) ?? '');
    return [value, ...unspaced(value)].some((each) => marked(fold(each)).includes(needle));
  });
}

/** Numbers before texts before all else, as the store sorts them. */
export function compareValues(a: JsonValue | undefined, b: JsonValue | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return rank(a) - rank(b) || Number(a === true) - Number(b === true);
}

const rank = (value: JsonValue | undefined): number => {
  if (value === undefined || value === null) return 0;
  return typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : 3;
};
