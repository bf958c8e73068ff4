import { insertRows } from '../database/insert-rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { mutate } from '../rules/mutate';
import type { DomainRow } from './domain-row';
import { domainStatus, domainView } from './domain-views';
import { platformRefusals } from './platform-refusals';
import type { PlatformScope } from './platform-scope';

/** Body of `POST …/domains`, decoded. */
export type DomainDraft = { readonly name: string; readonly proxy_path?: string | undefined };

/** At most one DNS check in this time, ms. */
const checkEveryMs = 1_000;

/** The name of an instance's oldest domain. */
export const mainDomain = ({ db }: PlatformScope, instance: string): string | undefined =>
  db.first<{ name: string }>('SELECT name FROM domains WHERE instance = ? ORDER BY created_at, id LIMIT 1', [
    instance,
  ])?.name;

/** Puts a domain in place, inside the running transaction. Refuses (409) one in use. */
export const keepDomain = (scope: Scope, { name, proxy_path: path }: DomainDraft): Outcome<DomainRow> => {
  const taken = scope.db.first('SELECT id FROM domains WHERE name = ?', [name]);
  if (taken !== undefined) return platformRefusals.domainTaken(name);
  const at = scope.now();
  const row = {
    id: scope.mint('dmn'),
    name,
    is_provider: path === undefined ? 0 : 1,
    proxy_url: path === undefined ? null : `https://${name}${path}`,
    dns: 'not_started',
    checked_at: null,
    created_at: at,
    updated_at: at,
  };
  insertRows(scope.db, 'domains', scope.instance, [row]);
  return { ok: true, value: { instance: scope.instance, ...row } };
};

/** The domains of the scope's instance, oldest first. */
export const listDomains = ({ db, instance }: Scope): Outcome<object> => {
  const rows = db.all<DomainRow>('SELECT * FROM domains WHERE instance = ? ORDER BY created_at, id', [
    instance,
  ]);
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

/** Adds a domain to the scope's instance. Refuses (409) one in use. */
export const createDomain = (scope: Scope, draft: DomainDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const kept = keepDomain(scope, draft);
    if (!kept.ok) return kept;
    note({ entity: 'domain', verb: 'create', id: kept.value.id, mark: draft.name });
    return { ok: true, value: domainView(kept.value) };
  });

/** Removes a domain. Refuses with 404. */
export const deleteDomain = (scope: Scope, name: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findDomain(scope, name);
    if (!found.ok) return found;
    scope.db.run('DELETE FROM domains WHERE id = ?', [found.value.id]);
    note({ entity: 'domain', verb: 'delete', id: found.value.id, mark: found.value.name });
    return { ok: true, value: { deleted: true, object: 'domain', id: found.value.id } };
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
    scope.db.run('UPDATE domains SET dns = ?, checked_at = ?, updated_at = ? WHERE id = ?', [
      next,
      at,
      at,
      id,
    ]);
    note({ entity: 'domain', verb: 'update', id, mark: found.value.name });
    return {
      ok: true,
      value: { ...domainStatus({ ...found.value, dns: next }), domain_id: id, last_run_at: at },
    };
  });
