import { TextInput } from '@mantine/core';
import { parseField } from '@renderer/fields/field-input';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { updatesOf } from '@renderer/screens/kit/drafts-of';
import { plural } from '@renderer/ui/format/plural';
import type { Organization } from '@shared/domain/records/record-map';
import { useState } from 'react';

interface SeatsDialogProps {
  readonly rows: readonly Organization[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const field = 'maxAllowedMemberships';

/** One seat limit for many organizations, staged as one undo group. */
export function SeatsDialog({ rows, onClose, onDone }: SeatsDialogProps) {
  const [text, setText] = useState('');
  const parsed = parseField('organization', field, text);
  const limit = parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
  const changing = limit === null ? [] : rows.filter((row) => row.maxAllowedMemberships !== limit);
  const tooFull = changing.filter((row) => limit !== null && limit > 0 && row.membersCount > limit);
  return (
    <BulkDialog
      title={`Seats of ${plural(rows.length, 'organization')}`}
      verb={changing.length === 0 ? 'Nothing to stage' : `Stage ${plural(changing.length, 'change')}`}
      affected={tooFull.map(
        (row) => `${row.name}: has ${plural(row.membersCount, 'member')}, over the new limit`,
      )}
      drafts={updatesOf('organization', changing, field, limit)}
      names={changing.map(({ name }) => name)}
      done={(count) => `Staged. Seats of ${plural(count, 'organization')}`}
      onClose={onClose}
      onDone={onDone}
    >
      <TextInput
        label="Seats"
        description="Empty means no limit"
        inputMode="numeric"
        value={text}
        error={parsed.ok ? undefined : parsed.error.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </BulkDialog>
  );
}
