import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useDraft } from '@renderer/drafts/use-draft';
import { useRejections } from '@renderer/screens/shared/use-rejections';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { stage } from '@renderer/state/stage';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import type { Organization } from '@shared/domain/records/record-map';
import { type FormEvent, useState } from 'react';
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
  const rejections = useRejections();
  const addresses = addressesIn(draft.value ?? '');
  const ready = addresses.length > 0 && role !== null;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    const outcome = await stage(
      addresses.map((email) => ({
        entity: 'invitation',
        action: { verb: 'create', values: { organizationId: organization.id, email, role } },
      })),
      (count) => `Staged. ${plural(count, 'invitation')} to ${organization.name}`,
    );
    if (!outcome) return;
    if (rejections.show(outcome, addresses)) {
      draft.change(outcome.rejected.map(({ index }) => addresses[index] ?? '').join('\n'));
      return;
    }
    draft.discard();
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Invite to ${organization.name}`}
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
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
          Nothing is sent until you reconcile. An invitation that has been sent cannot be unsent, only
          revoked.
        </p>
        {rejections.failures.map((failure) => (
          <InlineFailure key={failure.message} failure={failure} />
        ))}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready}>
            {addresses.length < 2 ? 'Stage invitation' : `Stage ${plural(addresses.length, 'invitation')}`}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
