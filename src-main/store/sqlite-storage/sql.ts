import type { SqlValue } from './driver';

/** A piece of SQL and its parameters, in order. As a condition, SQL NULL counts as false. */
export interface Sql {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

/** So many conditions stand beside each other. */
const FLAT = 32;

export const TRUE: Sql = { text: 'TRUE', params: [] };
export const FALSE: Sql = { text: 'FALSE', params: [] };

export function sql(text: string, ...params: readonly SqlValue[]): Sql {
  return { text, params };
}

function join(parts: readonly Sql[], word: 'AND' | 'OR', neutral: Sql, absorbing: Sql): Sql {
  if (parts.includes(absorbing)) return absorbing;
  const [first, ...rest] = parts.filter((part) => part !== neutral);
  if (first === undefined) return neutral;
  if (rest.length === 0) return first;
  const kept = [first, ...rest];
  return {
    text: balanced(
      kept.map(({ text }) => text),
      word,
    ),
    params: kept.flatMap(({ params }) => params),
  };
}

/** A chain of many words is as deep as it is long for SQLite, which walks it by recursion: halves of halves are not. */
function balanced(texts: readonly string[], word: 'AND' | 'OR'): string {
  if (texts.length <= FLAT) return `(${texts.join(` ${word} `)})`;
  const half = Math.ceil(texts.length / 2);
  return `(${balanced(texts.slice(0, half), word)} ${word} ${balanced(texts.slice(half), word)})`;
}

export function and(...parts: readonly Sql[]): Sql {
  return join(parts, 'AND', TRUE, FALSE);
}

export function or(...parts: readonly Sql[]): Sql {
  return join(parts, 'OR', FALSE, TRUE);
}

/** True exactly where the condition is false or NULL. */
export function not(part: Sql): Sql {
  if (part === TRUE) return FALSE;
  if (part === FALSE) return TRUE;
  return { text: `(${part.text} IS NOT TRUE)`, params: part.params };
}

/** The same condition, not to be served by an index: SQLite leaves terms behind a unary plus alone. */
export function withoutIndex(part: Sql): Sql {
  return part === TRUE || part === FALSE ? part : { text: `+${part.text}`, params: part.params };
}
