import { engine } from '@renderer/bridge/engine';
import type { ReviewSummary } from '@shared/contract/reviews';
import { t } from '@shared/language/t';
import { SignFileDialog } from '../shared/sign-file-dialog';

interface SignReviewDialogProps {
  readonly review: ReviewSummary;
  readonly onClose: () => void;
}

/** Signs a review, and saves it. */
export function SignReviewDialog({ review: { id, name }, onClose }: SignReviewDialogProps) {
  return (
    <SignFileDialog
      title={t('Sign {name}', { name })}
      sign={(signer) => engine.call('exportReview', { id, signer })}
      onClose={onClose}
    >
      <p>
        {t(
          'The file holds what was frozen, every decision and what became of it, signed: a reviewer takes it in and gives theirs back, an auditor verifies it without this workspace. It names people.',
        )}
      </p>
    </SignFileDialog>
  );
}
