import { and, FALSE, not, or, type Sql, TRUE, withoutIndex } from '../sql';

/**
 * What SQL can say about a selector: every match satisfies `may`, every row that satisfies `must` is a match.
 * When both are the same object SQL decides alone; else RxDB's matcher judges what `may` lets through.
 */
export interface Predicate {
  readonly may: Sql;
  readonly must: Sql;
}

/** SQL cannot tell which rows match. */
export const UNKNOWN: Predicate = { may: TRUE, must: FALSE };

export function exactly(condition: Sql): Predicate {
  return { may: condition, must: condition };
}

/** Any match satisfies `condition`, but not the other way round. */
export function atMost(condition: Sql): Predicate {
  return condition === FALSE ? exactly(FALSE) : { may: condition, must: FALSE };
}

export function isExact({ may, must }: Predicate): boolean {
  return may === must;
}

function merge(parts: readonly Predicate[], joined: (...conditions: readonly Sql[]) => Sql): Predicate {
  const may = joined(...parts.map((part) => part.may));
  return parts.every(isExact) ? exactly(may) : { may, must: joined(...parts.map((part) => part.must)) };
}

export function allOf(parts: readonly Predicate[]): Predicate {
  return merge(parts, and);
}

export function anyOf(parts: readonly Predicate[]): Predicate {
  return merge(parts, or);
}

export function negated(part: Predicate): Predicate {
  return isExact(part) ? exactly(not(part.may)) : { may: not(part.must), must: not(part.may) };
}

/** The same predicate, for a place where something else has chosen the index. */
export function filterOnly(part: Predicate): Predicate {
  const may = withoutIndex(part.may);
  return isExact(part) ? exactly(may) : { may, must: withoutIndex(part.must) };
}
