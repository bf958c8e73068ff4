import type { Outcome } from '../kit/outcome';
import { mutate } from '../rules/mutate';
import { ConfigDocument, type ConfigInput } from '../seed/config-document';
import { seedApplication } from '../seed/seed-application';
import { newInstance } from '../world/new-instance';
import type { ApplicationSpec } from '../world/world-spec';
import { configOf, keepConfig } from './config-of';
import { keepDomain, mainDomain } from './domains';
import { platformRefusals } from './platform-refusals';
import { type ApplicationRow, findApplication, instancesOf, type PlatformScope } from './platform-scope';

/** Body of `POST /platform/applications`, decoded. */
export type ApplicationDraft = {
  readonly name: string;
  readonly domain?: string | undefined;
  readonly proxy_path?: string | undefined;
  readonly environment_types?: readonly ('development' | 'production')[] | undefined;
  readonly template?: string | undefined;
};

/** What a new application is set up for (spec: `template`), as its config. */
export const applicationTemplates: Readonly<Record<string, ConfigInput>> = {
  'b2b-saas': { organization_settings: { enabled: true, domains_enabled: true } },
  'b2c-saas': { organization_settings: { enabled: false } },
  waitlist: { auth_access_control: { sign_up_mode: 'waitlist' } },
};

export const publishableKey = (environment: string, host: string): string =>
  `pk_${environment === 'production' ? 'live' : 'test'}_${Buffer.from(`${host}$`).toString('base64')}`;

const applicationView = (scope: PlatformScope, row: ApplicationRow, withKeys: boolean): object => ({
  application_id: row.id,
  name: row.name,
  instances: instancesOf(scope, row.id).map(({ id, environment_type, secret }) => ({
    instance_id: id,
    environment_type,
    publishable_key: publishableKey(environment_type, `clerk.${mainDomain(scope, id) ?? `${id}.example`}`),
    ...(withKeys && secret !== null && { secret_key: secret }),
  })),
});

/** All applications, oldest first. */
export const listApplications = (scope: PlatformScope, withKeys: boolean): Outcome<object> => ({
  ok: true,
  value: scope.db
    .all<ApplicationRow>('SELECT id, name, created_at FROM applications ORDER BY created_at, id')
    .map((row) => applicationView(scope, row, withKeys)),
});

/** One application. Refuses with 404. */
export const showApplication = (scope: PlatformScope, id: string, withKeys: boolean): Outcome<object> => {
  const found = findApplication(scope, id);
  return found.ok ? { ok: true, value: applicationView(scope, found.value, withKeys) } : found;
};

export const emptySpec = (key: string, name: string): Omit<ApplicationSpec, 'environmentType'> => ({
  key,
  name,
  scenario: 'platforms',
  organizationsEnabled: true,
  counts: { organizations: 0, users: 0, memberships: 0, invitations: 0, personalAccounts: 0 },
  ...newInstance,
});

/** Creates an application with an empty instance for each environment. Refuses (422) a domain in use. */
export const createApplication = (scope: PlatformScope, draft: ApplicationDraft): Outcome<object> =>
  mutate({ ...scope, instance: '' }, (note) => {
    const key = scope.mint('app');
    const environments = new Set(draft.environment_types ?? (['development'] as const));
    const at = { stream: 'created', anchor: scope.now(), since: scope.now() };
    const { id, instances } = seedApplication(scope.db, emptySpec(key, draft.name), [...environments], at);
    const production = instances.get('production');
    if (draft.domain !== undefined && production !== undefined) {
      const { domain: name, proxy_path } = draft;
      const kept = keepDomain({ ...scope, instance: production }, { name, proxy_path });
      if (!kept.ok) return platformRefusals.domainElsewhere(name);
    }
    const template = applicationTemplates[draft.template ?? ''];
    for (const instance of template ? instances.values() : []) {
      const own = { ...scope, instance };
      keepConfig(own, { ...configOf(own), document: ConfigDocument.parse(template) });
    }
    note({ entity: 'application', verb: 'create', id, mark: draft.name });
    return showApplication(scope, id, true);
  });

/** Renames an application. Refuses with 404. */
export const updateApplication = (
  scope: PlatformScope,
  id: string,
  name: string | undefined,
): Outcome<object> =>
  mutate({ ...scope, instance: '' }, (note) => {
    if (name !== undefined) scope.db.run('UPDATE applications SET name = ? WHERE id = ?', [name, id]);
    note({ entity: 'application', verb: 'update', id, mark: name ?? '' });
    return showApplication(scope, id, false);
  });

/** Tables that hold what is an instance's: everything with a column of that name. */
const instanceTables = ({ db }: PlatformScope): readonly string[] =>
  db
    .all<{ name: string }>(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p
         WHERE m.type = 'table' AND p.name = 'instance' ORDER BY m.name`,
    )
    .map(({ name }) => name);

/** Deletes an application with its user pools. Refuses with 404. */
export const deleteApplication = (scope: PlatformScope, id: string): Outcome<object> =>
  mutate({ ...scope, instance: '' }, (note) => {
    const found = findApplication(scope, id);
    if (!found.ok) return found;
    const tables = instanceTables(scope);
    for (const instance of instancesOf(scope, id)) {
      for (const table of tables) scope.db.run(`DELETE FROM ${table} WHERE instance = ?`, [instance.id]);
    }
    scope.db.run('DELETE FROM application_images WHERE application_id = ?', [id]);
    scope.db.run('DELETE FROM instances WHERE application_id = ?', [id]);
    scope.db.run('DELETE FROM applications WHERE id = ?', [id]);
    note({ entity: 'application', verb: 'delete', id, mark: found.value.name });
    return { ok: true, value: { deleted: true, object: 'application', id } };
  });
