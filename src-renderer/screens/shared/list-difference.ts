import { isJsonArray, type JsonValue } from '@shared/domain/json';

export interface ListDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What came to a list and what went. Pure. */
export function listDifference(before: JsonValue, after: JsonValue): ListDifference {
  const [old, now] = [texts(before), texts(after)];
  return {
    added: now.filter((key) => !old.includes(key)),
    removed: old.filter((key) => !now.includes(key)),
  };
}

function texts(value: JsonValue): readonly string[] {
  return value !== null && typeof value === 'object' && isJsonArray(value) ? value.map(String) : [];
}

/** `+ org:reports:read, − org:billing:manage`. */
export function listText({ added, removed }: ListDifference): string {
  return [...added.map((key) => `+ ${key}`), ...removed.map((key) => `− ${key}`)].join(', ');
}
