import { TextInput } from '@mantine/core';
import { parseSeats } from '@renderer/screens/shared/field-formats';
import { useRejections } from '@renderer/screens/shared/use-rejections';
import { serverValue } from '@renderer/state/server-value';
import { stage } from '@renderer/state/stage';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import type { Organization } from '@shared/domain/records/record-map';
import { useState } from 'react';

interface SeatsDialogProps {
  readonly opened: boolean;
  readonly rows: readonly Organization[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One seat limit for many organizations, staged as one gesture. */
export function SeatsDialog({ opened, rows, onClose, onDone }: SeatsDialogProps) {
  const [text, setText] = useState('');
  const rejections = useRejections();
  const parsed = parseSeats(text);
  const limit = parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
  const changing = rows.filter((row) => limit !== null && row.maxAllowedMemberships !== limit);
  const tooFull = changing.filter((row) => limit !== null && limit > 0 && row.membersCount > limit);

  const confirm = async (): Promise<void> => {
    if (limit === null) return;
    const drafts = changing.map((row) => ({
      entity: 'organization' as const,
      recordId: row.id,
      action: {
        verb: 'update' as const,
        field: 'maxAllowedMemberships',
        value: limit,
        base: serverValue(row, 'maxAllowedMemberships'),
      },
    }));
    const outcome = await stage(drafts, (count) => `Staged. Seats of ${plural(count, 'organization')}`);
    if (!outcome) return;
    if (
      rejections.show(
        outcome,
        changing.map(({ name }) => name),
      )
    )
      return;
    onDone();
    onClose();
  };

  return (
    <ConfirmDialog
      opened={opened}
      title={`Seats of ${plural(rows.length, 'organization')}`}
      verb={changing.length === 0 ? 'Nothing to stage' : `Stage ${plural(changing.length, 'change')}`}
      disabled={changing.length === 0 || !parsed.ok}
      victims={tooFull.map(
        (row) => `${row.name}: has ${plural(row.membersCount, 'member')}, over the new limit`,
      )}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <TextInput
        label="Seats"
        description="Empty means no limit"
        inputMode="numeric"
        value={text}
        error={parsed.ok ? undefined : parsed.error.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {rejections.failures.map((failure) => (
        <InlineFailure key={failure.message} failure={failure} />
      ))}
    </ConfirmDialog>
  );
}
