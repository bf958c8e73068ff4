import { isJsonArray, type JsonValue } from '@shared/domain/json';

/** Both sides' changes of a list: what either added is in, what either took away is out. Pure. */
export function mergeLists(base: JsonValue, mine: JsonValue, theirs: JsonValue): readonly JsonValue[] {
  const [was, own, other] = [listOf(base), listOf(mine), listOf(theirs)];
  const kept = was.filter((key) => own.includes(key) && other.includes(key));
  const added = [...own, ...other].filter((key) => !was.includes(key));
  return [...new Set([...kept, ...added])];
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return value !== null && typeof value === 'object' && isJsonArray(value) ? value : [];
}
