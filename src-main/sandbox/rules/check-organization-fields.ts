import type { Outcome } from './outcome';
import { refusals } from './refusals';
import type { Scope } from './scope';

/**
 * Checks a new name and slug: no HTML or URLs in the name, a slug of lower-case letters, digits and dashes that no other
 * organization of the instance has.
 *
 * @param self id of the organization being edited; its own slug is no clash.
 */
export const checkOrganizationFields = (
  { db, instance }: Scope,
  fields: { readonly name?: string | undefined; readonly slug?: string | undefined },
  self = '',
): Outcome<null> => {
  const { name, slug } = fields;
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
