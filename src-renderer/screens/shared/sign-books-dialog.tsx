import { engine } from '@renderer/bridge/engine';
import { saveFile } from '@renderer/state/text-file';
import { usePreferences } from '@renderer/state/use-preferences';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { Failure } from '@shared/contract/failure';
import type { BookName } from '@shared/domain/books/books';
import { useState } from 'react';
import { SignerField } from './signer-field';

interface SignBooksDialogProps {
  readonly books: readonly BookName[];
  readonly what: string;
  readonly onClose: () => void;
}

/** Asks under which name to sign books, then where to save the file. */
export function SignBooksDialog({ books, what, onClose }: SignBooksDialogProps) {
  const signer = usePreferences((kept) => kept.signer);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const failed = await saveFile(await engine.call('exportBooks', { books: [...books], signer }));
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Sign ${what}`}
      verb="Sign and save"
      busy={busy}
      disabled={signer.trim() === ''}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <p>
        The file holds all {what} of this workspace, signed with its key: whoever takes it sees who made it,
        and a change on the way is refused. It holds no people and no keys.
      </p>
      <SignerField />
    </ConfirmDialog>
  );
}
