import type { SqlSession } from '../database/sql-session';
import type { Outcome } from '../rules/outcome';
import { refusals } from '../rules/refusals';

/**
 * Finds the instance that a request's bearer key opens.
 *
 * Errors: 401 `authorization_header_format_invalid` without a bearer key, 401 `clerk_key_invalid` with an unknown or
 * revoked one.
 */
export const authenticate = (db: SqlSession, header: string | undefined): Outcome<string> => {
  const secret = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
  if (secret === undefined) return refusals.keyMissing();
  const key = db.first<{ instance: string }>(
    'SELECT instance FROM secret_keys WHERE secret = ? AND revoked_at IS NULL',
    [secret],
  );
  return key === undefined ? refusals.keyInvalid() : { ok: true, value: key.instance };
};
