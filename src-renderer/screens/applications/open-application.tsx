import { Button } from '@mantine/core';
import { useSending } from '@renderer/bridge/use-sending';
import { PassphraseField } from '@renderer/screens/shared/passphrase-field';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { openApplication } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { mainCopy } from '@shared/contract/pool-of';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Users } from 'lucide-react';
import { useState } from 'react';

/**
 * The way into an application's own user pool: a workspace, a database and a key of its own. The passphrase of the copy that is here opens that
 * one alone: where the people are copied anew, as those of a production instance made since, a new one is asked for.
 */
export function OpenApplication({ record }: { readonly record: Application }) {
  const workspace = useWorkspace();
  const workspaces = useSession((session) => session.workspaces);
  const keyring = useSession(({ info }) => info?.keyring ?? true);
  const [asking, setAsking] = useState(false);
  const [anew, setAnew] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const own = workspaces.filter(
    ({ platform }) => platform?.workspaceId === workspace?.id && platform?.applicationId === record.id,
  );
  const known = anew ? undefined : mainCopy(own, (info) => info);
  const locked = known ? known.protection === 'passphrase' : workspace?.kind === 'remote' && !keyring;

  const open = async (): Promise<void> => {
    const given = known ? { passphrase } : { newPassphrase: passphrase };
    const opened = await send(() => openApplication(record.id, locked ? given : {}));
    if (opened.ok || opened.error.code !== 'new-passphrase') return;
    setAnew(true);
    setPassphrase('');
    setAsking(true);
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
        failure={failure?.code === 'new-passphrase' ? null : failure}
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
          <>
            {anew && (
              <p>
                {t(
                  'Its people are copied anew: a production instance was made since, or the earlier copy is no longer here. Choose a passphrase for the new copy.',
                )}
              </p>
            )}
            <PassphraseField value={passphrase} onChange={setPassphrase} />
          </>
        )}
      </ConfirmDialog>
    </>
  );
}
