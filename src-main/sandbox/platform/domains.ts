import { insertRows } from '../database/insert-rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { mutate } from '../rules/mutate';
import { completeIntent } from './domain-intents';
import type { DomainDraft, DomainRow } from './domain-row';
import { domainStatus, domainView } from './domain-views';
import { platformRefusals } from './platform-refusals';
import type { PlatformScope } from './platform-scope';

/** At most one DNS check in this time, ms. */
const checkEveryMs = 1_000;

/** The primary domain of an instance, which is no provider domain. */
const primaryOf = ({ db }: PlatformScope, instance: string): DomainRow | undefined =>
  db.first<DomainRow>(
    'SELECT * FROM domains WHERE instance = ? ORDER BY is_provider, created_at, id LIMIT 1',
    [instance],
  );

export const mainDomain = (scope: PlatformScope, instance: string): string | undefined =>
  primaryOf(scope, instance)?.name;

const proxyUrl = (name: string, path: string | undefined): string | null =>
  path === undefined ? null : `https://${name}${path}`;

const isTaken = ({ db }: PlatformScope, name: string): boolean =>
  db.first('SELECT id FROM domains WHERE name = ?', [name]) !== undefined;

/** Puts a domain in place, inside the running transaction: the first is the primary one. Refuses (409) one in use. */
export const keepDomain = (scope: Scope, { name, proxy_path: path }: DomainDraft): Outcome<DomainRow> => {
  if (isTaken(scope, name)) return platformRefusals.domainTaken(name);
  const at = scope.now();
  const row = {
    id: scope.mint('dmn'),
    name,
    is_provider: primaryOf(scope, scope.instance) === undefined ? 0 : 1,
    proxy_url: proxyUrl(name, path),
    dns: 'not_started',
    checked_at: null,
    created_at: at,
    updated_at: at,
  };
  insertRows(scope.db, 'domains', scope.instance, [row]);
  return { ok: true, value: { instance: scope.instance, ...row } };
};

/** The domains of the scope's instance, the primary one first, then the oldest. */
export const listDomains = ({ db, instance }: Scope): Outcome<object> => {
  const rows = db.all<DomainRow>(
    'SELECT * FROM domains WHERE instance = ? ORDER BY is_provider, created_at, id',
    [instance],
  );
  return { ok: true, value: { data: rows.map(domainView), total_count: rows.length } };
};

/** Finds a domain of the scope's instance by id or name. Refuses with 404. */
export const findDomain = ({ db, instance }: Scope, name: string): Outcome<DomainRow> => {
  const row = db.first<DomainRow>('SELECT * FROM domains WHERE instance = ? AND (id = ? OR name = ?)', [
    instance,
    name,
    name,
  ]);
  return row === undefined ? platformRefusals.domainNotFound(name) : { ok: true, value: row };
};

/** Adds a domain to the scope's instance. Refuses (409) one in use, (400) an intent that is not pending. */
export const createDomain = (scope: Scope, draft: DomainDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const kept = keepDomain(scope, draft);
    if (!kept.ok) return kept;
    const completed = completeIntent(scope, draft, kept.value.id);
    if (!completed.ok) return completed;
    note({ entity: 'domain', verb: 'create', id: kept.value.id, mark: draft.name });
    return { ok: true, value: domainView(kept.value) };
  });

const setDomain = (scope: Scope, { id }: DomainRow, set: Partial<DomainRow>): void => {
  const columns = Object.keys(set);
  scope.db.run(`UPDATE domains SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [
    ...Object.values(set),
    id,
  ]);
};

/**
 * Sets the primary domain: one of the instance's own takes the other's place, any other name renames it and its DNS starts
 * anew. Refuses (422) a name that another application has.
 */
export const setPrimaryDomain = (scope: Scope, { name, proxy_path: path }: DomainDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const before = primaryOf(scope, scope.instance);
    const own = findDomain(scope, name);
    if (!own.ok && isTaken(scope, name)) return platformRefusals.domainElsewhere(name);
    const at = { updated_at: scope.now() };
    const proxy = path === undefined ? {} : { proxy_url: proxyUrl(name, path) };
    let kept = own;
    if (own.ok) {
      if (before && before.id !== own.value.id) setDomain(scope, before, { is_provider: 1, ...at });
      setDomain(scope, own.value, { is_provider: 0, ...proxy, ...at });
      kept = findDomain(scope, own.value.id);
    } else if (before === undefined) kept = keepDomain(scope, { name, proxy_path: path });
    else {
      const anew = { name, dns: 'not_started', checked_at: null, proxy_url: proxyUrl(name, path) };
      setDomain(scope, before, { ...anew, ...at });
      kept = findDomain(scope, before.id);
    }
    if (!kept.ok) return kept;
    note({ entity: 'domain', verb: 'update', id: kept.value.id, mark: name });
    return { ok: true, value: domainView(kept.value) };
  });

/** Removes a provider domain. Refuses with 404, and (422) the primary one. */
export const deleteDomain = (scope: Scope, name: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findDomain(scope, name);
    if (!found.ok) return found;
    const { id } = found.value;
    if (primaryOf(scope, scope.instance)?.id === id) return platformRefusals.primaryStays(found.value.name);
    scope.db.run('DELETE FROM domains WHERE id = ?', [id]);
    note({ entity: 'domain', verb: 'delete', id, mark: found.value.name });
    return { ok: true, value: { deleted: true, object: 'domain', id } };
  });

/** Looks at a domain's records: each check finds them one step further. Refuses with 404, and with 409 right after one. */
export const checkDomain = (scope: Scope, name: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findDomain(scope, name);
    if (!found.ok) return found;
    const { id, dns, checked_at: last } = found.value;
    const at = scope.now();
    if (last !== null && at - last < checkEveryMs) return platformRefusals.checkRunning();
    const next = dns === 'not_started' ? 'in_progress' : 'complete';
    setDomain(scope, found.value, { dns: next, checked_at: at, updated_at: at });
    note({ entity: 'domain', verb: 'update', id, mark: found.value.name });
    return {
      ok: true,
      value: { ...domainStatus({ ...found.value, dns: next }), domain_id: id, last_run_at: at },
    };
  });
