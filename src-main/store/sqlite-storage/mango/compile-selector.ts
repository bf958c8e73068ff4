import { TRUE } from '../sql';
import { mostLevels } from './budget';
import { asOperators, compileOperators } from './compile-operator';
import type { FieldResolver } from './field-sql';
import { allOf, anyOf, exactly, filterOnly, negated, type Predicate, UNKNOWN } from './predicate';
import { sharedBounds } from './shared-bounds';

function eachOf(list: unknown, resolve: FieldResolver, level: number): readonly Predicate[] {
  if (!Array.isArray(list)) return [UNKNOWN];
  return list.map((selector) => compileSelector(selector, resolve, level + 1));
}

/** With bounds shared by all alternatives, these keep the index and the alternatives only filter. */
function alternatives(list: unknown, resolve: FieldResolver, level: number): Predicate {
  // First, while there is something left of the budget: they are few, and narrow the most.
  const bounds = Array.isArray(list) ? sharedBounds(list, resolve) : TRUE;
  const any = anyOf(eachOf(list, resolve, level));
  return bounds === TRUE ? any : allOf([exactly(bounds), filterOnly(any)]);
}

function compileEntry(name: string, condition: unknown, resolve: FieldResolver, level: number): Predicate {
  switch (name) {
    case '$and':
      return allOf(eachOf(condition, resolve, level));
    case '$or':
      return alternatives(condition, resolve, level);
    case '$nor':
      return negated(anyOf(eachOf(condition, resolve, level)));
    default: {
      const field = name.startsWith('$') ? undefined : resolve(name);
      return field === undefined ? UNKNOWN : compileOperators(field, asOperators(condition), level);
    }
  }
}

/**
 * Compiles a Mango selector, with the meaning RxDB's matcher (mingo) gives it: see `predicate.ts` for what the
 * result promises. Nothing is rejected here: the matcher raises the errors of malformed selectors.
 */
export function compileSelector(selector: unknown, resolve: FieldResolver, level = 0): Predicate {
  if (typeof selector !== 'object' || selector === null || level > mostLevels) return UNKNOWN;
  return allOf(
    Object.entries(selector).map(([name, condition]) => compileEntry(name, condition, resolve, level)),
  );
}
