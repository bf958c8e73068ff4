import { TextInput } from '@mantine/core';
import { usePreferences } from '@renderer/state/use-preferences';
import { t } from '@shared/language/t';

interface SignerFieldProps {
  /** What becomes of the name. */
  readonly says?: string;
  /** False where another field of the dialog is typed first. */
  readonly first?: boolean;
}

const inFile = t('Stands in the file, beside the fingerprint of this workspace’s key');

/** The name under which this admin signs; kept on this machine for the next time. */
export function SignerField({ says = inFile, first = true }: SignerFieldProps) {
  const { signer, setSigner } = usePreferences();
  return (
    <TextInput
      label={t('Your name')}
      description={says}
      data-autofocus={first || undefined}
      maxLength={100}
      value={signer}
      onChange={(event) => setSigner(event.currentTarget.value)}
    />
  );
}
