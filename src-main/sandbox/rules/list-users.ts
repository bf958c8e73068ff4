import type { UserRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { userViews } from '../views/user-views';
import { type Condition, selectPage } from './select-page';
import { type UserFilters, userConditions } from './user-conditions';

/** Parameters of `GET /users`, decoded; `order_by` is an ORDER BY text. */
export type UsersQuery = UserFilters & {
  readonly order_by: string;
  readonly limit: number;
  readonly offset: number;
  readonly starting_after?: string | undefined;
};

/** The users behind the cursor in the order of the walk. */
const afterCursor = (scope: Scope, query: UsersQuery): Outcome<readonly Condition[]> => {
  const { starting_after: cursor, order_by: order, offset } = query;
  if (cursor === undefined) return { ok: true, value: [] };
  if (!order.startsWith('t.created_at'))
    return refusals.paramInvalid('order_by', 'starting_after requires ordering by created_at.');
  if (offset > 0) return refusals.paramInvalid('offset', 'offset cannot be combined with starting_after.');
  const last = scope.db.first<{ created_at: number }>(
    'SELECT created_at FROM users WHERE instance = ? AND id = ?',
    [scope.instance, cursor],
  );
  if (last === undefined)
    return refusals.paramInvalid('starting_after', `No user was found with id ${cursor}.`);
  const sign = order.includes('DESC') ? '<' : '>';
  return {
    ok: true,
    value: [{ sql: `(t.created_at, t.id) ${sign} (?, ?)`, values: [last.created_at, cursor] }],
  };
};

/** Lists users: a bare array (spec: `GET /users`). A cursor whose user is gone is refused with 422. */
export const listUsers = (scope: Scope, query: UsersQuery): Outcome<object> => {
  const cursor = afterCursor(scope, query);
  if (!cursor.ok) return cursor;
  const { rows } = selectPage<UserRow>(scope, {
    table: 'users',
    where: [...userConditions(query), ...cursor.value],
    orderBy: query.order_by,
    limit: query.limit,
    offset: query.offset,
  });
  return { ok: true, value: userViews(scope, rows) };
};
