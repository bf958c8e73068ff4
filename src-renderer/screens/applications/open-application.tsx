import { Button, PasswordInput } from '@mantine/core';
import { PassphraseField } from '@renderer/screens/first-run/passphrase-field';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { openApplication } from '@renderer/state/workspaces';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { InlineFailure } from '@renderer/ui/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { Application } from '@shared/domain/records/record-map';
import { Users } from 'lucide-react';
import { useState } from 'react';

/** The way into an application's own user pool: a workspace, a database and a key of its own. */
export function OpenApplication({ record }: { readonly record: Application }) {
  const workspace = useWorkspace();
  const workspaces = useSession((session) => session.workspaces);
  const keyring = useSession(({ info }) => info?.keyring ?? true);
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const known = workspaces.find(
    ({ platform }) => platform?.workspaceId === workspace?.id && platform?.applicationId === record.id,
  );
  const locked = known ? known.protection === 'passphrase' : workspace?.kind === 'remote' && !keyring;

  const open = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const result = await openApplication(record.id, locked ? passphrase : undefined);
    setBusy(false);
    if (!result.ok) setFailure(result.error);
  };
  return (
    <>
      <Button
        variant="default"
        loading={busy && !asking}
        leftSection={<Users size={13} aria-hidden />}
        onClick={() => (locked ? setAsking(true) : void open())}
      >
        Open its people
      </Button>
      {failure && !asking && <InlineFailure failure={failure} />}
      <ConfirmDialog
        opened={asking}
        title={`Open the people of ${record.name}`}
        verb="Open"
        busy={busy}
        disabled={passphrase === ''}
        onClose={() => setAsking(false)}
        onConfirm={() => void open()}
      >
        {known ? (
          <PasswordInput
            label="Passphrase"
            description="The one you chose for this application."
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase' }}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        ) : (
          <PassphraseField value={passphrase} onChange={setPassphrase} />
        )}
        {failure && <InlineFailure failure={failure} />}
      </ConfirmDialog>
    </>
  );
}
