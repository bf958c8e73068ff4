import { z } from 'zod';
import { JsonValue } from '../json';

/** How a field is compared. `last`, `notLast` and `next` tell times by the moment of asking: `90d`, `12h`, `2w`. */
export const filterOps = [
  'eq',
  'ne',
  'in',
  'nin',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'contains',
  'set',
  'last',
  'notLast',
  'next',
] as const;
export type FilterOp = (typeof filterOps)[number];

/** One condition on a field, by its path: `role`, `publicMetadata.tier`. */
export const Filter = z.object({
  field: z.string(),
  op: z.enum(filterOps),
  /** For `in` and `nin` a list, for `between` both ends, for `set` whether there is anything, for spans of time `90d`. */
  value: JsonValue,
});
export type Filter = z.infer<typeof Filter>;

/** What a row must be: a condition, or conditions of which all, any or none hold. */
export type Condition =
  | Filter
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] };

const several = z.array(z.lazy((): z.ZodType<Condition, Condition> => Condition)).min(1);

/** What is asked with is typed as what is read, though values are decoded from anything. */
export const Condition = z.union([
  Filter,
  z.strictObject({ all: several }),
  z.strictObject({ any: several }),
  z.strictObject({ none: several }),
]) as unknown as z.ZodType<Condition, Condition>;

/** Conditions inside of a group, and how it joins them; null for a condition on a field. */
export function groupOf(
  condition: Condition,
): { readonly by: 'all' | 'any' | 'none'; readonly of: readonly Condition[] } | null {
  if ('all' in condition) return { by: 'all', of: condition.all };
  if ('any' in condition) return { by: 'any', of: condition.any };
  return 'none' in condition ? { by: 'none', of: condition.none } : null;
}

/** A group of conditions; one that joins a single condition by all or any is that condition. */
export function grouped(by: 'all' | 'any' | 'none', of: readonly Condition[]): Condition {
  const [only] = of;
  if (by === 'none') return { none: of };
  if (only !== undefined && of.length === 1) return only;
  return by === 'all' ? { all: of } : { any: of };
}

/** All conditions on fields, however deep. */
export function filtersIn(conditions: readonly Condition[]): readonly Filter[] {
  return conditions.flatMap((condition) => {
    const group = groupOf(condition);
    return group === null ? [condition as Filter] : filtersIn(group.of);
  });
}
