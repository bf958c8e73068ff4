import { Button, Modal, Select } from '@mantine/core';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { stage } from '@renderer/state/stage';
import { InlineFailure } from '@renderer/ui/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { type FormEvent, useState } from 'react';
import classes from './add-member-dialog.module.css';

interface AddMemberDialogProps {
  readonly opened: boolean;
  /** Organization in scope, taken as given. */
  readonly organizationId: string | null;
  readonly onClose: () => void;
}

/** Stages a membership: a person, an organization, a role. */
export function AddMemberDialog({ opened, organizationId, onClose }: AddMemberDialogProps) {
  const { roles } = useRoles();
  const [chosen, setChosen] = useState<string | null>(null);
  const [userId, setUserId] = useState<string | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const organization = organizationId ?? chosen;
  const ready = organization !== null && userId !== null && role !== null;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    const values = { organizationId: organization, userId, role };
    const outcome = await stage(
      [{ entity: 'membership', action: { verb: 'create', values } }],
      () => 'Staged. New member',
    );
    const rejected = outcome?.rejected[0]?.failure ?? null;
    setFailure(rejected);
    if (!outcome || rejected) return;
    setUserId(null);
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Add member"
      size={420}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        {organizationId === null && (
          <RecordSelect entity="organization" label="Organization" value={chosen} onChange={setChosen} />
        )}
        <RecordSelect entity="user" label="Person" value={userId} onChange={setUserId} />
        <Select
          label="Role"
          placeholder="Choose a role"
          required
          data={roles.map(({ key, name }) => ({ value: key, label: name }))}
          value={role}
          onChange={setRole}
        />
        {failure && <InlineFailure failure={failure} />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready}>
            Stage member
          </Button>
        </div>
      </form>
    </Modal>
  );
}
