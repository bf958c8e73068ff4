import { saveFile } from '@renderer/state/text-file';
import { usePreferences } from '@renderer/state/use-preferences';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { type ReactNode, useState } from 'react';
import { SignerField } from './signer-field';

interface SignFileDialogProps {
  readonly title: string;
  /** On the button. */
  readonly verb?: string;
  readonly destructive?: boolean;
  /** The signed file, under the name that was given. */
  readonly sign: (signer: string) => Promise<Parameters<typeof saveFile>[0]>;
  readonly onClose: () => void;
  /** What the file holds, and for whom. */
  readonly children: ReactNode;
}

/** Asks under which name to sign, then where to save the file. */
export function SignFileDialog(props: SignFileDialogProps) {
  const { title, verb = t('Sign and save'), destructive = false, sign, onClose, children } = props;
  const signer = usePreferences((kept) => kept.signer);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const failed = await saveFile(await sign(signer));
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={title}
      verb={verb}
      destructive={destructive}
      busy={busy}
      disabled={signer.trim() === ''}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      {children}
      <SignerField />
    </ConfirmDialog>
  );
}
