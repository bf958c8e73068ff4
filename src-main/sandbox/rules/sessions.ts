import { createHash } from 'node:crypto';
import type { UserRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { findUser } from './find-user';
import { mutate } from './mutate';

/*
 * Where people are signed in. Whoever was active of late has one or two sessions, which follow from their id: only that one was
 * revoked is kept, so that a world of 175,000 people need not hold as many rows.
 */

const day = 86_400_000;
/** Here they last long, for a world is as old as its seed says. */
const livesMs = 3_650 * day;

const places = [
  { browser_name: 'Chrome', device_type: 'Macintosh', city: 'Zürich', country: 'CH', is_mobile: false },
  { browser_name: 'Safari', device_type: 'iPhone', city: 'Lyon', country: 'FR', is_mobile: true },
] as const;

const sessionIdsOf = ({ id }: UserRow): readonly string[] => {
  const digest = createHash('sha256').update(id).digest();
  const own = id.replace('user_', '');
  return Array.from({ length: (digest[0] ?? 0) % 3 === 0 ? 2 : 1 }, (_, index) => `sess_${index}${own}`);
};

/** The person whose session it is, as its id tells. */
const personOf = (sessionId: string): string => `user_${sessionId.slice('sess_0'.length)}`;

/** Source: spec, `components/schemas/Session`. */
const view = (scope: Scope, user: UserRow, id: string) => {
  const revoked = scope.db.first<{ readonly at: number }>(
    'SELECT at FROM revoked_sessions WHERE instance = ? AND id = ?',
    [scope.instance, id],
  );
  const lastActive = user.last_active_at ?? user.created_at;
  const nth = Number(id.slice('sess_'.length, 'sess_0'.length));
  const ends = lastActive + livesMs;
  return {
    object: 'session',
    id,
    user_id: user.id,
    client_id: id.replace('sess_', 'client_'),
    actor: null,
    status: revoked !== undefined ? 'revoked' : ends > scope.now() ? 'active' : 'expired',
    last_active_organization_id: null,
    last_active_at: lastActive,
    latest_activity: {
      object: 'session_activity',
      id: id.replace('sess_', 'sess_activity_'),
      ...places[nth],
    },
    expire_at: ends,
    abandon_at: ends + 30 * day,
    updated_at: revoked?.at ?? lastActive,
    created_at: lastActive - day,
    tasks: null,
  };
};

/** Sessions of one person, by status where one is asked for. Whom nobody knows has none. */
export const listSessions = (
  scope: Scope,
  query: {
    readonly user_id: string;
    readonly status?: string | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Outcome<readonly object[]> => {
  const found = findUser(scope, query.user_id);
  if (!found.ok) return { ok: true, value: [] };
  const user = found.value;
  if (user.last_active_at === null) return { ok: true, value: [] };
  const all = sessionIdsOf(user)
    .map((id) => view(scope, user, id))
    .filter(({ status }) => query.status === undefined || status === query.status);
  return { ok: true, value: all.slice(query.offset, query.offset + query.limit) };
};

const findSession = (scope: Scope, id: string): Outcome<UserRow> => {
  const found = findUser(scope, personOf(id));
  return found.ok && sessionIdsOf(found.value).includes(id)
    ? found
    : refusals.notFound(`No session was found with id ${id}.`);
};

export const showSession = (scope: Scope, id: string): Outcome<object> => {
  const found = findSession(scope, id);
  return found.ok ? { ok: true, value: view(scope, found.value, id) } : found;
};

/** Ends a session; one that is revoked already stays so. */
export const revokeSession = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findSession(scope, id);
    if (!found.ok) return found;
    scope.db.run('INSERT OR IGNORE INTO revoked_sessions (instance, id, at) VALUES (?, ?, ?)', [
      scope.instance,
      id,
      scope.now(),
    ]);
    note({ entity: 'session', verb: 'update', id, mark: found.value.email ?? found.value.id });
    return { ok: true, value: view(scope, found.value, id) };
  });
