import { TextInput } from '@mantine/core';
import { usePreferences } from '@renderer/state/use-preferences';
import { inputBeside } from '@renderer/ui/controls/label-beside';
import { t } from '@shared/language/t';

interface SignerFieldProps {
  /** What becomes of the name. */
  readonly says?: string;
  /** False where another field of the dialog is typed first. */
  readonly first?: boolean;
  /** Where it stands by itself and not in a form: its label stands beside it. */
  readonly beside?: true;
}

const inFile = t('Stands in the file, beside the fingerprint of this workspace’s key');

/** The name under which this admin signs; kept on this machine for the next time. */
export function SignerField({ says = inFile, first = true, beside }: SignerFieldProps) {
  const { signer, setSigner } = usePreferences();
  return (
    <TextInput
      {...(beside && inputBeside)}
      label={t('Your name')}
      description={says}
      data-autofocus={first || undefined}
      maxLength={100}
      value={signer}
      onChange={(event) => setSigner(event.currentTarget.value)}
    />
  );
}
