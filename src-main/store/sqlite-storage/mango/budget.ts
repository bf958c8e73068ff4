import type { FieldResolver } from './field-sql';

/**
 * How much of a selector becomes SQL. SQLite walks an expression by recursion, and takes 32,766 parameters: a selector of
 * 20,000 branches would end the process. What goes beyond is left to the matcher, which has no such bounds.
 */
const mostConditions = 2_000;
/** Levels of `$and`, `$or`, `$nor` and `$not` inside each other. */
export const mostLevels = 20;
/** Values that are bound one by one; more of them go as one list. */
export const fewValues = 8;

/** A resolver that knows no field any more once a selector has had its share of conditions. */
export function withinBudget(resolve: FieldResolver): FieldResolver {
  let left = mostConditions;
  return (path) => {
    left -= 1;
    return left < 0 ? undefined : resolve(path);
  };
}
