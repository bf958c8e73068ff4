import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { findOrganization } from './find-organization';
import { mutate } from './mutate';

/** Deletes an organization with its memberships, invitations, logo and domains. */
export const deleteOrganization = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findOrganization(scope, id);
    if (!found.ok) return found;
    const { slug } = found.value;
    for (const table of ['memberships', 'invitations', 'logos'])
      scope.db.run(`DELETE FROM ${table} WHERE instance = ? AND organization_id = ?`, [scope.instance, id]);
    scope.db.run("DELETE FROM small_records WHERE instance = ? AND data ->> '$.organization_id' = ?", [
      scope.instance,
      id,
    ]);
    scope.db.run('DELETE FROM organizations WHERE instance = ? AND id = ?', [scope.instance, id]);
    note({ entity: 'organization', verb: 'delete', id, mark: slug });
    return { ok: true, value: { object: 'organization', id, slug, deleted: true } };
  });
