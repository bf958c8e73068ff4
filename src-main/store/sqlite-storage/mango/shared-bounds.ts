import { and, FALSE, type Sql, TRUE } from '../sql';
import { isScalar, type Scalar } from '../value-key';
import { asOperators } from './compile-operator';
import type { FieldResolver } from './field-sql';

interface Bounds {
  readonly lower?: Scalar;
  readonly upper?: Scalar;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What one field's condition says about the field's least and greatest value. */
function boundsOf(condition: unknown): Bounds {
  const { $eq, $gt, $gte, $lt, $lte } = asOperators(condition);
  const lower = [$eq, $gt, $gte].find(isScalar);
  const upper = [$eq, $lt, $lte].find(isScalar);
  return { ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
}

/** The widest of several bounds; `undefined` unless all are there and of one type. */
function widest(
  bounds: readonly (Scalar | undefined)[],
  isWider: (a: Scalar, b: Scalar) => boolean,
): Scalar | undefined {
  let best: Scalar | undefined;
  for (const bound of bounds) {
    if (bound === undefined || (best !== undefined && typeof best !== typeof bound)) return undefined;
    if (best === undefined || isWider(bound, best)) best = bound;
  }
  return best;
}

/**
 * What all alternatives of an `$or` imply about a field, as a range an index can serve. Paging from a key,
 * `$or: [{ name: { $gt } }, { name, id: { $gt } }]`, so becomes one walk along the index of `name` instead of a
 * union of two lookups with a sort. `TRUE` when they imply nothing.
 */
export function sharedBounds(alternatives: readonly unknown[], resolve: FieldResolver): Sql {
  const maps = alternatives.filter(isMap);
  const [first] = maps;
  if (first === undefined || maps.length < alternatives.length) return TRUE;
  const conditions = Object.keys(first).flatMap((path): readonly Sql[] => {
    const field = path.startsWith('$') ? undefined : resolve(path);
    if (field === undefined || field.unsure !== FALSE) return [];
    const bounds = maps.map((map) => boundsOf(map[path]));
    const lower = widest(
      bounds.map((bound) => bound.lower),
      (a, b) => a < b,
    );
    const upper = widest(
      bounds.map((bound) => bound.upper),
      (a, b) => a > b,
    );
    return [
      lower === undefined ? TRUE : (field.compare('>=', lower) ?? TRUE),
      upper === undefined ? TRUE : (field.compare('<=', upper) ?? TRUE),
    ];
  });
  return and(...conditions);
}
