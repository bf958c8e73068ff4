import type { SqlSession } from '../database/sql-session';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import { platformRefusals } from '../platform/platform-refusals';

const bearer = (header: string | undefined): string | undefined => /^Bearer (\S+)$/.exec(header ?? '')?.[1];

/** Checks a Platform API token. Errors: 401 without a bearer token or with an unknown one. */
export const authenticatePlatform = (db: SqlSession, header: string | undefined): Outcome<string> => {
  const token = bearer(header);
  if (token === undefined) return refusals.keyMissing();
  const known = db.first('SELECT token FROM platform_tokens WHERE token = ?', [token]);
  return known === undefined ? platformRefusals.tokenInvalid() : { ok: true, value: 'platform' };
};

/**
 * Finds the instance that a request's bearer key opens.
 *
 * Errors: 401 `authorization_header_format_invalid` without a bearer key, 401 `clerk_key_invalid` with an unknown or
 * revoked one; one that was rotated out opens until its time is over.
 */
export const authenticate = (db: SqlSession, header: string | undefined, now: number): Outcome<string> => {
  const secret = bearer(header);
  if (secret === undefined) return refusals.keyMissing();
  const key = db.first<{ instance: string }>(
    'SELECT instance FROM secret_keys WHERE secret = ? AND (revoked_at IS NULL OR revoked_at > ?)',
    [secret, now],
  );
  return key === undefined ? refusals.keyInvalid() : { ok: true, value: key.instance };
};
