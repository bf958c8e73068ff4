import { engine } from '@renderer/bridge/engine';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { saveFile } from '@renderer/state/text-file';
import { usePreferences } from '@renderer/state/use-preferences';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { Failure } from '@shared/contract/failure';
import type { ReviewSummary } from '@shared/contract/reviews';
import { useState } from 'react';

interface SignReviewDialogProps {
  readonly review: ReviewSummary;
  readonly onClose: () => void;
}

/** Asks under which name to sign a review, then where to save the file. */
export function SignReviewDialog({ review, onClose }: SignReviewDialogProps) {
  const signer = usePreferences((kept) => kept.signer);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const failed = await saveFile(await engine.call('exportReview', { id: review.id, signer }));
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Sign ${review.name}`}
      verb="Sign and save"
      busy={busy}
      disabled={signer.trim() === ''}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <p>
        The file holds what was frozen, every decision and what became of it, signed: a reviewer takes it in
        and gives theirs back, an auditor verifies it without this workspace. It names people.
      </p>
      <SignerField />
    </ConfirmDialog>
  );
}
