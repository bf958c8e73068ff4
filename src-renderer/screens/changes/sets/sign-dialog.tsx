import { Textarea } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { SignFileDialog } from '@renderer/screens/shared/sign-file-dialog';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import { t } from '@shared/language/t';
import { useState } from 'react';

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
    title: t('Save as a signed file'),
    verb: t('Sign and save'),
    text: t(
      'A colleague opens the file in Tenantry, looks at what it does on the live state, and signs a verdict. Nothing in it is secret beyond the changes themselves.',
    ),
  },
  approved: {
    title: t('Approve'),
    verb: t('Sign approval and save'),
    text: t(
      'Your approval covers exactly the signed changes. Give the saved file back to its author, or apply the set here.',
    ),
  },
  refused: {
    title: t('Refuse'),
    verb: t('Sign refusal and save'),
    text: t('The set is withdrawn here, which undo takes back. Give the saved file back to its author.'),
  },
};

/** Asks under which name to sign, and for a verdict its note; then where to save the file. */
export function SignDialog({ set, signing, onClose }: SignDialogProps) {
  const [note, setNote] = useState('');
  const { title, verb, text } = words[signing];
  const { id } = set;
  return (
    <SignFileDialog
      title={`${title}: “${set.title}”`}
      verb={verb}
      destructive={signing === 'refused'}
      sign={(signer) =>
        signing === 'export'
          ? engine.call('exportChangeSet', { id, signer })
          : engine.call('reviewChangeSet', { id, decision: signing, note, signer })
      }
      onClose={onClose}
    >
      <p>{text}</p>
      {signing !== 'export' && (
        <Textarea
          label={t('Note')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </SignFileDialog>
  );
}
