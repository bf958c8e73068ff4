import { Button } from '@mantine/core';
import { useSending } from '@renderer/bridge/use-sending';
import { PassphraseField } from '@renderer/screens/first-run/passphrase-field';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { openApplication } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Users } from 'lucide-react';
import { useState } from 'react';

/** The way into an application's own user pool: a workspace, a database and a key of its own. */
export function OpenApplication({ record }: { readonly record: Application }) {
  const workspace = useWorkspace();
  const workspaces = useSession((session) => session.workspaces);
  const keyring = useSession(({ info }) => info?.keyring ?? true);
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const known = workspaces.find(
    ({ platform }) => platform?.workspaceId === workspace?.id && platform?.applicationId === record.id,
  );
  const locked = known ? known.protection === 'passphrase' : workspace?.kind === 'remote' && !keyring;

  const open = async (): Promise<void> => {
    await send(() => openApplication(record.id, locked ? passphrase : undefined));
  };
  return (
    <>
      <Button
        variant="default"
        loading={busy && !asking}
        leftSection={<Users size={13} aria-hidden />}
        onClick={() => (locked ? setAsking(true) : void open())}
      >
        {t('Open its people')}
      </Button>
      {failure && !asking && <InlineFailure failure={failure} />}
      <ConfirmDialog
        opened={asking}
        title={t('Open the people of {name}', { name: record.name })}
        verb={t('Open')}
        busy={busy}
        disabled={passphrase === ''}
        onClose={() => setAsking(false)}
        onConfirm={() => void open()}
        failure={failure}
      >
        {known ? (
          <SecretInput
            label={t('Passphrase')}
            what={t('the passphrase')}
            description={t('The one you chose for this application.')}
            required={false}
            value={passphrase}
            onChange={setPassphrase}
          />
        ) : (
          <PassphraseField value={passphrase} onChange={setPassphrase} />
        )}
      </ConfirmDialog>
    </>
  );
}
