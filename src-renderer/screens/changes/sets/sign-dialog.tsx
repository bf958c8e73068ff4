import { Textarea } from '@mantine/core';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { saveSignedSet, saveVerdict } from '@renderer/state/change-sets';
import { usePreferences } from '@renderer/state/use-preferences';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { Failure } from '@shared/contract/failure';
import { useState } from 'react';
import classes from './set-dialog.module.css';

export type Signing = 'export' | 'approved' | 'refused';

interface SignDialogProps {
  readonly set: ChangeSetSummary;
  readonly signing: Signing;
  readonly onClose: () => void;
}

const words: Readonly<
  Record<Signing, { readonly title: string; readonly verb: string; readonly text: string }>
> = {
  export: {
    title: 'Save as a signed file',
    verb: 'Sign and save',
    text: 'A colleague opens the file in Tenantry, looks at what it does on the live state, and signs a verdict. Nothing in it is secret beyond the changes themselves.',
  },
  approved: {
    title: 'Approve',
    verb: 'Sign approval and save',
    text: 'Your approval covers exactly the signed changes. Give the saved file back to its author, or apply the set here.',
  },
  refused: {
    title: 'Refuse',
    verb: 'Sign refusal and save',
    text: 'The set is withdrawn here, which undo takes back. Give the saved file back to its author.',
  },
};

/** Asks under which name to sign, and for a verdict its note; then where to save the file. */
export function SignDialog({ set, signing, onClose }: SignDialogProps) {
  const signer = usePreferences((kept) => kept.signer);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { title, verb, text } = words[signing];
  const save = async (): Promise<void> => {
    setBusy(true);
    const failed =
      signing === 'export'
        ? await saveSignedSet(set, signer)
        : await saveVerdict(set, { decision: signing, note, signer });
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmDialog
      opened
      failure={failure}
      title={`${title}: “${set.title}”`}
      verb={verb}
      destructive={signing === 'refused'}
      busy={busy}
      disabled={signer.trim() === ''}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <div className={classes.form}>
        <p>{text}</p>
        <SignerField />
        {signing !== 'export' && (
          <Textarea
            label="Note"
            autosize
            minRows={2}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
