import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';

const patterns = {
  roles: {
    test: /^org:[a-z0-9_]+$/,
    text: "key must start with 'org:', then lowercase letters, digits, underscores.",
  },
  permissions: {
    test: /^org:(?!sys_)[a-z0-9_]+:[a-z0-9_]+$/,
    text: 'key must have the format "org:feature:action" and cannot begin with "org:sys_".',
  },
} as const;

/** Checks the key of a role or permission: its form, and that no other has it. @param self id of the edited one. */
export const checkKey = (
  { db, instance }: Scope,
  table: 'roles' | 'permissions',
  key: string | undefined,
  self = '',
): Outcome<null> => {
  if (key === undefined) return { ok: true, value: null };
  const { test, text } = patterns[table];
  if (!test.test(key)) return refusals.paramFormat('key', text);
  const clashes = db.count(`SELECT count(*) FROM ${table} WHERE instance = ? AND key = ? AND id <> ?`, [
    instance,
    key,
    self,
  ]);
  return clashes > 0 ? refusals.identifierExists('key') : { ok: true, value: null };
};
