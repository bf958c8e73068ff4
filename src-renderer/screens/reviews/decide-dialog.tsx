import { SegmentedControl, Textarea } from '@mantine/core';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { usePreferences } from '@renderer/state/use-preferences';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { Decision } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './review-dialogs.module.css';
import { standingLooks } from './review-looks';
import type { Deciding } from './use-decide';

const choices = (['keep', 'revoke', 'unknown'] as const).map((value) => ({
  value,
  label: standingLooks[value].word,
}));

/** A decision with a note, or the first one, which asks under whose name. */
export function DecideDialog({ deciding: { asked, decide, close } }: { readonly deciding: Deciding }) {
  const signer = usePreferences((kept) => kept.signer);
  const [unnamed] = useState(signer.trim() === '');
  const [decision, setDecision] = useState<Decision>(asked?.decision ?? 'keep');
  const [note, setNote] = useState(asked?.note ?? '');
  const [busy, setBusy] = useState(false);
  if (asked === null) return null;
  const { row } = asked;
  const keep = async (): Promise<void> => {
    setBusy(true);
    const kept = await decide(asked.items, decision, row === null ? asked.note : note.trim());
    setBusy(false);
    if (kept) close();
  };
  return (
    <ConfirmDialog
      opened
      title={
        row === null
          ? t('Under which name?')
          : t('{userName} in {organizationName}', {
              userName: row.item.userName,
              organizationName: row.item.organizationName,
            })
      }
      verb={row === null ? t('Keep the decision') : t('Decide')}
      busy={busy}
      disabled={signer.trim() === ''}
      onClose={close}
      onConfirm={() => void keep()}
    >
      <div className={classes.form}>
        {row !== null && (
          <>
            <SegmentedControl
              fullWidth
              aria-label={t('Decision')}
              data={choices}
              value={decision}
              onChange={(chosen) => setDecision(Decision.parse(chosen))}
            />
            <Textarea
              label={t('Note')}
              description={t('Stands with the decision, for whoever asks later')}
              data-autofocus
              autosize
              minRows={2}
              maxLength={2_000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </>
        )}
        {unnamed && (
          <SignerField says={t('Stands with each decision, as who made it')} first={row === null} />
        )}
      </div>
    </ConfirmDialog>
  );
}
