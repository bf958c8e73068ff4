import { engine } from '@renderer/bridge/engine';
import type { BookName } from '@shared/domain/books/books';
import { t } from '@shared/language/t';
import { SignFileDialog } from './sign-file-dialog';

interface SignBooksDialogProps {
  readonly books: readonly BookName[];
  readonly what: string;
  readonly onClose: () => void;
}

/** Signs books, and saves them as one file. */
export function SignBooksDialog({ books, what, onClose }: SignBooksDialogProps) {
  return (
    <SignFileDialog
      title={t('Sign {what}', { what })}
      sign={(signer) => engine.call('exportBooks', { books: [...books], signer })}
      onClose={onClose}
    >
      <p>
        {t(
          'The file holds all {what} of this workspace, signed with its key: whoever takes it sees who made it, and a change on the way is refused. It holds no people and no keys.',
          { what },
        )}
      </p>
    </SignFileDialog>
  );
}
