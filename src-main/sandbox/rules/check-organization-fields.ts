import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';

/**
 * Checks a new name and slug: no HTML or URLs in the name, a slug of lower-case letters, digits and dashes that no other
 * organization of the instance has, a role set that is there.
 *
 * @param self id of the organization being edited; its own slug is no clash.
 */
export const checkOrganizationFields = (
  scope: Scope,
  fields: {
    readonly name?: string | undefined;
    readonly slug?: string | undefined;
    readonly role_set_key?: string | null | undefined;
  },
  self = '',
): Outcome<null> => {
  const { db, instance } = scope;
  const { name, slug, role_set_key: roleSet } = fields;
  const known =
    typeof roleSet !== 'string' ||
    db.count(
      "SELECT count(*) FROM small_records WHERE instance = ? AND kind = 'roleSet' AND data ->> '$.key' = ?",
      [instance, roleSet],
    ) > 0;
  if (!known) return refusals.roleSetNotFound(String(roleSet));
  if (name !== undefined && (name.trim() === '' || /[<>]|https?:\/\/|www\./i.test(name)))
    return refusals.paramInvalid('name', `The organization name ${JSON.stringify(name)} is invalid.`);
  if (slug === undefined) return { ok: true, value: null };
  if (!/^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(slug))
    return refusals.paramFormat('slug', 'slug may only contain lowercase letters, digits and dashes.');
  const clashes = db.count('SELECT count(*) FROM organizations WHERE instance = ? AND slug = ? AND id <> ?', [
    instance,
    slug,
    self,
  ]);
  return clashes > 0 ? refusals.identifierExists('slug') : { ok: true, value: null };
};
