import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { organizationView } from '../views/organization-view';
import { bothMetadata, type MetadataPatch } from './both-metadata';
import { bumped } from './bumped';
import { findOrganization } from './find-organization';
import { mutate } from './mutate';

/** Merges (PATCH) or replaces (PUT) the metadata of an organization; what is left out stays. */
export const setOrganizationMetadata = (
  scope: Scope,
  id: string,
  patch: MetadataPatch,
  mode: 'merge' | 'replace',
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findOrganization(scope, id);
    if (!found.ok) return found;
    const before = found.value;
    const metadata = bothMetadata(before, patch, mode);
    if (!metadata.ok) return metadata;
    const set = { ...metadata.value, updated_at: bumped(scope, before.updated_at) };
    updateRow(scope.db, 'organizations', { instance: scope.instance, id: before.id }, set);
    note({ entity: 'organization', verb: 'update', id: before.id, mark: before.slug });
    return { ok: true, value: organizationView({ ...before, ...set }) };
  });
