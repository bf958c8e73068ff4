import { TextInput } from '@mantine/core';
import { usePreferences } from '@renderer/state/use-preferences';

/** The name under which this admin signs; kept on this machine for the next time. */
export function SignerField() {
  const { signer, setSigner } = usePreferences();
  return (
    <TextInput
      label="Your name"
      description="Stands in the file, beside the fingerprint of this workspace’s key"
      data-autofocus
      maxLength={100}
      value={signer}
      onChange={(event) => setSigner(event.currentTarget.value)}
    />
  );
}
