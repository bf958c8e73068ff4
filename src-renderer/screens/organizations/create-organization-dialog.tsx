import { Button, Modal, TextInput } from '@mantine/core';
import { useDraft } from '@renderer/drafts/use-draft';
import { parseName, parseSeats, parseSlug } from '@renderer/screens/shared/field-formats';
import { useSlugsOff } from '@renderer/screens/shared/use-slugs-off';
import { stage } from '@renderer/state/stage';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { type Failure, success } from '@shared/contract/failure';
import { type FormEvent, useState } from 'react';
import classes from './create-organization-dialog.module.css';
import { slugOf } from './slug-of';

interface CreateOrganizationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Stages a new organization; members can be staged for it at once. What is typed survives a crash. */
export function CreateOrganizationDialog({ opened, onClose }: CreateOrganizationDialogProps) {
  const prefix = `${useWorkspaceId()}/organization/new`;
  const name = useDraft(`${prefix}/name`);
  const slug = useDraft(`${prefix}/slug`);
  const seats = useDraft(`${prefix}/seats`);
  const [failure, setFailure] = useState<Failure | null>(null);
  const slugsOff = useSlugsOff();
  const slugText = slug.value ?? slugOf(name.value ?? '');

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const parts = [
      parseName(name.value ?? ''),
      slugsOff ? success('') : parseSlug(slugText),
      parseSeats(seats.value ?? ''),
    ];
    const bad = parts.find((part) => !part.ok);
    if (bad && !bad.ok) return setFailure(bad.error);
    const [nameValue = '', slugValue = '', seatsValue = 0] = parts.map((part) => (part.ok ? part.value : ''));
    const values = { name: nameValue, slug: slugValue, maxAllowedMemberships: seatsValue };
    const outcome = await stage(
      [{ entity: 'organization', action: { verb: 'create', values } }],
      () => `Staged. New organization ${String(nameValue)}`,
    );
    const rejected = outcome?.rejected[0]?.failure ?? null;
    setFailure(rejected);
    if (!outcome || rejected) return;
    for (const draft of [name, slug, seats]) draft.discard();
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="New organization"
      size={420}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          label="Name"
          required
          data-autofocus
          value={name.value ?? ''}
          onChange={(event) => name.change(event.currentTarget.value)}
        />
        {!slugsOff && (
          <TextInput
            label="Slug"
            required
            value={slugText}
            onChange={(event) => slug.change(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="Seats"
          description="Empty means no limit"
          inputMode="numeric"
          value={seats.value ?? ''}
          onChange={(event) => seats.change(event.currentTarget.value)}
        />
        {failure && <InlineFailure failure={failure} />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Stage creation</Button>
        </div>
      </form>
    </Modal>
  );
}
