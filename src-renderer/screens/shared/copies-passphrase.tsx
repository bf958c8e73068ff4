import { useSession, useWorkspace } from '@renderer/state/use-session';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { t } from '@shared/language/t';
import { PassphraseField } from './passphrase-field';

/** Whether a passphrase protects new copies of the open platform's pools: where there is a keyring, that does. */
function useProtectsCopies(): boolean {
  const platform = useWorkspace();
  const keyring = useSession(({ info }) => info?.keyring ?? true);
  return platform?.kind === 'remote' && !keyring;
}

/** Whether a passphrase is needed to make, or to open, copies of the open platform's pools. */
export function useNeedsPassphrase(): boolean {
  const platform = useWorkspace();
  const workspaces = useSession((session) => session.workspaces);
  const protects = useProtectsCopies();
  return (
    protects ||
    workspaces.some((each) => each.platform?.workspaceId === platform?.id && each.protection === 'passphrase')
  );
}

interface CopiesPassphraseProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Asks for the passphrase that opens copies, and says whether new ones are put under it as well. */
export function CopiesPassphrase(props: CopiesPassphraseProps) {
  return useProtectsCopies() ? (
    <PassphraseField
      {...props}
      description={t('It protects new copies, and opens those that it protects already.')}
    />
  ) : (
    <SecretInput
      {...props}
      label={t('Passphrase')}
      what={t('the passphrase')}
      description={t('It opens the copies that it protects, and protects no new ones.')}
    />
  );
}
