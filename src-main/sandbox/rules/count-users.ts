import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { type UserFilters, userConditions } from './user-conditions';

/** Counts the users that match (spec: `GET /users/count`). */
export const countUsers = ({ db, instance }: Scope, filters: UserFilters): Outcome<object> => {
  const conditions = userConditions(filters);
  const clause = ['t.instance = ?', ...conditions.map(({ sql }) => `(${sql})`)].join(' AND ');
  const total = db.count(`SELECT count(*) FROM users t WHERE ${clause}`, [
    instance,
    ...conditions.flatMap(({ values }) => [...values]),
  ]);
  return { ok: true, value: { object: 'total_count', total_count: total } };
};
