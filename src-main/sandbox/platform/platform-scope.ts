import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { platformRefusals } from './platform-refusals';

/** What an operation of the Platform API works in: all applications of the workspace that the token belongs to. */
export type PlatformScope = Omit<Scope, 'instance'>;

/** An application as stored. */
export type ApplicationRow = { readonly id: string; readonly name: string; readonly created_at: number };

/** An application instance as stored, with its newest valid key. */
export type InstanceRow = {
  readonly id: string;
  readonly environment_type: string;
  readonly secret: string | null;
};

/** Finds an application. Refuses with 404. */
export const findApplication = ({ db }: PlatformScope, id: string): Outcome<ApplicationRow> => {
  const row = db.first<ApplicationRow>('SELECT id, name, created_at FROM applications WHERE id = ?', [id]);
  return row === undefined ? platformRefusals.applicationNotFound(id) : { ok: true, value: row };
};

/** The instances of an application, development first. */
export const instancesOf = ({ db }: PlatformScope, application: string): readonly InstanceRow[] =>
  db.all<InstanceRow>(
    `SELECT id, environment_type, (SELECT max(secret) FROM secret_keys k
       WHERE k.instance = i.id AND k.revoked_at IS NULL) AS secret
     FROM instances i WHERE application_id = ? ORDER BY environment_type, id`,
    [application],
  );

/** The scope of one instance, named by its environment or its id. Refuses with 404. */
export const instanceScope = (scope: PlatformScope, application: string, name: string): Outcome<Scope> => {
  const found = findApplication(scope, application);
  if (!found.ok) return found;
  const instance = instancesOf(scope, application).find((each) =>
    [each.id, each.environment_type].includes(name),
  );
  if (instance === undefined) return platformRefusals.instanceNotFound(name);
  return { ok: true, value: { ...scope, instance: instance.id } };
};
