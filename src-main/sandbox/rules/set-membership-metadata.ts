import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { membershipViews } from '../views/membership-views';
import { bothMetadata, type MetadataPatch } from './both-metadata';
import { bumped } from './bumped';
import { findMembership } from './find-membership';
import { mutate } from './mutate';

/** Merges the metadata of a membership; what is left out stays. */
export const setMembershipMetadata = (
  scope: Scope,
  organizationId: string,
  userId: string,
  patch: MetadataPatch,
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findMembership(scope, organizationId, userId);
    if (!found.ok) return found;
    const before = found.value;
    const metadata = bothMetadata(before, patch, 'merge');
    if (!metadata.ok) return metadata;
    const set = { ...metadata.value, updated_at: bumped(scope, before.updated_at) };
    updateRow(scope.db, 'memberships', { instance: scope.instance, id: before.id }, set);
    note({ entity: 'membership', verb: 'update', id: before.id, mark: `${organizationId} ${userId}` });
    return { ok: true, value: membershipViews(scope, [{ ...before, ...set }])[0] ?? {} };
  });
