import { Select, Textarea } from '@mantine/core';
import { useDraft } from '@renderer/drafts/use-draft';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { plural } from '@renderer/ui/format/plural';
import type { Organization } from '@shared/domain/records/record-map';
import { useState } from 'react';
import { addressesIn } from './addresses-in';
import classes from './invite-dialog.module.css';

interface InviteDialogProps {
  readonly organization: Organization;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Stages invitations to one or many addresses, with one role. What is typed survives a crash; what was rejected stays. */
export function InviteDialog({ organization, opened, onClose }: InviteDialogProps) {
  const draft = useDraft(`${useWorkspaceId()}/invitation/${organization.id}/emails`);
  const { roles } = useRoles();
  const [role, setRole] = useState<string | null>(null);
  const staging = useStaging();
  const addresses = addressesIn(draft.value ?? '');
  const ready = addresses.length > 0 && role !== null;

  const submit = async (): Promise<void> => {
    const outcome = await staging.stage({
      drafts: addresses.map((email) => ({
        entity: 'invitation',
        action: { verb: 'create', values: { organizationId: organization.id, email, role } },
      })),
      names: addresses,
      done: (count) => `Staged. ${plural(count, 'invitation')} to ${organization.name}`,
    });
    if (!outcome) return;
    if (outcome.rejected.length > 0) {
      draft.change(outcome.rejected.map(({ index }) => addresses[index] ?? '').join('\n'));
      return;
    }
    draft.discard();
    onClose();
  };

  return (
    <StageDialog
      opened={opened}
      title={`Invite to ${organization.name}`}
      verb={addresses.length < 2 ? 'Stage invitation' : `Stage ${plural(addresses.length, 'invitation')}`}
      ready={ready}
      staging={staging}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label="Email addresses"
        description="One or many, parted by commas, blanks or lines"
        size="xs"
        autosize
        minRows={3}
        maxRows={8}
        required
        data-autofocus
        spellCheck={false}
        value={draft.value ?? ''}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <Select
        label="Role"
        placeholder="Choose a role"
        required
        data={roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={role}
        onChange={setRole}
      />
      <p className={classes.note}>
        Nothing is sent until you reconcile. An invitation that has been sent cannot be unsent, only revoked.
      </p>
    </StageDialog>
  );
}
