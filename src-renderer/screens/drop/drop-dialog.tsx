import { ImportDialog as SignedSetDialog } from '@renderer/screens/changes/sets/import-dialog';
import { ImportDialog } from '@renderer/screens/kit/import/import-dialog';
import { TakeReviewDialog } from '@renderer/screens/reviews/take-review-dialog';
import { TakeBooksDialog } from '@renderer/screens/shared/take-books-dialog';
import { assertNever } from '@shared/assert-never';
import type { DroppedFile } from './take-drop';

interface DropDialogProps {
  readonly dropped: DroppedFile;
  readonly onClose: () => void;
}

/** The dialog that takes or verifies a dropped file, with the file in it. */
export function DropDialog({ dropped, onClose }: DropDialogProps) {
  switch (dropped.dialog) {
    case 'people':
      return <ImportDialog entity="user" first={dropped.file} onClose={onClose} />;
    case 'review':
      return <TakeReviewDialog first={dropped.file} onClose={onClose} />;
    case 'books':
      return <TakeBooksDialog first={dropped.file} onClose={onClose} />;
    case 'change-set':
      return <SignedSetDialog report={dropped.report} onClose={onClose} />;
    default:
      return assertNever(dropped);
  }
}
