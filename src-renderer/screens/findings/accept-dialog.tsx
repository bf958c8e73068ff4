import { Textarea, TextInput } from '@mantine/core';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { dayEnd } from '@renderer/ui/format/day';
import { plural } from '@renderer/ui/format/plural';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { FindingOutcome } from '@shared/contract/findings';
import { entityWords } from '@shared/domain/entity';
import { acceptanceId } from '@shared/domain/findings/acceptance';
import type { Hit } from '@shared/domain/findings/finding';
import { useState } from 'react';
import classes from './finding-inspector.module.css';

interface AcceptDialogProps {
  readonly outcome: FindingOutcome;
  /** One record; null for all that the check finds, also later. */
  readonly hit: Hit | null;
  readonly onClose: () => void;
}

/** Somebody answers for a finding: why, who, and until when. */
export function AcceptDialog({ outcome: { check, total, accepted }, hit, onClose }: AcceptDialogProps) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const { busy, failures, keep } = useKeep();
  const past = day !== '' && !(dayEnd(day) > Date.now());
  const { one, many } = entityWords[check.entity];
  const accept = async (): Promise<void> => {
    const [recordId, name] = [hit?.recordId ?? '', (hit?.name ?? '').slice(0, 300)];
    const until = day === '' ? null : dayEnd(day);
    const put = [
      { id: acceptanceId(check.id, recordId), value: { check: check.id, recordId, name, until, reason } },
    ];
    const done = `Accepted: ${check.title}${hit === null ? '' : `, ${hit.name}`}`;
    if (await keep({ book: 'findingAcceptance', put, why: reason }, done)) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={hit === null ? 'Accept this check' : `Accept for ${hit.name}`}
      verb="Accept"
      busy={busy}
      disabled={reason.trim() === '' || past}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void accept()}
    >
      <div className={classes.form}>
        <p className={classes.text}>
          {hit === null
            ? `“${check.title}” no longer counts: its ${plural(total - accepted, one, many)}, and whatever it finds later.`
            : `“${check.title}” no longer counts for ${hit.name}.`}
        </p>
        <Textarea
          label="Reason"
          description="Kept with it, for whoever asks later"
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label="Until"
          description="From the day after it is a finding again; without a day it has no end"
          type="date"
          value={day}
          error={past ? 'Choose a day that is not over.' : undefined}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <SignerField says="Stands with the reason, as who answers for it" first={false} />
      </div>
    </ConfirmDialog>
  );
}
