import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Logo } from '../kit/read-logo';
import { refusals } from '../kit/refusals';
import { refuse } from '../kit/refuse';
import type { Scope } from '../kit/scope';
import { organizationView } from '../views/organization-view';
import { bumped } from './bumped';
import { findOrganization } from './find-organization';
import { mutate } from './mutate';

const maxBytes = 10 * 1024 * 1024;
const accepted = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/**
 * Sets an organization's logo, or removes it (null). Every upload gets a new `image_url`.
 *
 * Errors: 400 for other image types, 404, 413 above 10 MB (spec: `PUT /organizations/{organization_id}/logo`).
 */
export const setLogo = (scope: Scope, id: string, logo: Logo | null): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findOrganization(scope, id);
    if (!found.ok) return found;
    if (logo !== null && logo.bytes.byteLength > maxBytes) return refusals.tooLarge(maxBytes);
    if (logo !== null && !accepted.includes(logo.contentType))
      return refuse(
        400,
        'image_type_not_supported',
        'unsupported image type',
        `Use one of ${accepted.join(', ')}.`,
      );
    const before = found.value;
    scope.db.run('DELETE FROM logos WHERE instance = ? AND organization_id = ?', [scope.instance, id]);
    if (logo !== null)
      scope.db.run('INSERT INTO logos VALUES (?, ?, ?, ?)', [
        scope.instance,
        id,
        logo.contentType,
        logo.bytes,
      ]);
    const set = {
      image_id: logo === null ? null : scope.mint('img'),
      updated_at: bumped(scope, before.updated_at),
    };
    updateRow(scope.db, 'organizations', { instance: scope.instance, id }, set);
    note({ entity: 'organization', verb: 'update', id, mark: before.slug });
    const view = organizationView({ ...before, ...set });
    return { ok: true, value: logo === null ? view : { ...view, logo_url: view.image_url } };
  });
