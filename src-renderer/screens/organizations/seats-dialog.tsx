import { TextInput } from '@mantine/core';
import { parseField } from '@renderer/fields/field-input';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { updatesOf } from '@renderer/screens/kit/drafts-of';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
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
      title={t('Seats of {count, plural, one {# organization} other {# organizations}}', {
        count: rows.length,
      })}
      verb={
        changing.length === 0
          ? t('Nothing to stage')
          : t('Stage {count, plural, one {# change} other {# changes}}', { count: changing.length })
      }
      affected={tooFull.map((row) =>
        t('{name}: has {members, plural, one {# member} other {# members}}, over the new limit', {
          name: row.name,
          members: row.membersCount,
        }),
      )}
      drafts={updatesOf('organization', changing, field, limit)}
      names={changing.map(({ name }) => name)}
      done={(count) =>
        t('Staged. Seats of {count, plural, one {# organization} other {# organizations}}', { count })
      }
      onClose={onClose}
      onDone={onDone}
    >
      <TextInput
        label={t('Seats')}
        description={t('Empty means no limit')}
        inputMode="numeric"
        value={text}
        error={parsed.ok ? undefined : parsed.error.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </BulkDialog>
  );
}
