import type { InvitationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { invitationViews } from '../views/invitation-views';
import { addInvitation, type InvitationDraft } from './add-invitation';
import { findOrganization } from './find-organization';
import { mutate } from './mutate';

const maxBulk = 10;

/** Creates up to 10 invitations, all or none; their views in the order given. */
export const createInvitations = (
  scope: Scope,
  organizationId: string,
  drafts: readonly InvitationDraft[],
): Outcome<readonly object[]> =>
  mutate(scope, (note) => {
    const organization = findOrganization(scope, organizationId);
    if (!organization.ok) return organization;
    if (drafts.length > maxBulk) return refusals.bulkSizeExceeded(maxBulk);
    const rows: InvitationRow[] = [];
    for (const draft of drafts) {
      const added = addInvitation(scope, organization.value, draft);
      if (!added.ok) return added;
      rows.push(added.value);
      note({
        entity: 'invitation',
        verb: 'create',
        id: added.value.id,
        mark: `${organizationId} ${draft.email_address}`,
      });
    }
    return { ok: true, value: invitationViews(scope, rows) };
  });
