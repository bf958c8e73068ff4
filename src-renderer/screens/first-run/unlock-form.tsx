import { Button } from '@mantine/core';
import { useSending } from '@renderer/bridge/use-sending';
import { useBegun } from '@renderer/state/begun';
import { isWorkspaceOnly, useWaitingPlace } from '@renderer/state/waiting-place';
import { openWorkspace } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { screenTable } from '@shared/contract/screens';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './connect-form.module.css';
import { FormPage } from './form-page';

interface UnlockFormProps {
  readonly workspace: WorkspaceInfo;
  /** Its address was changed outside the app. */
  readonly onMoved: (failure: Failure) => void;
  readonly onBack: () => void;
}

/** Asks for the passphrase of a workspace; a wrong one touches nothing. */
export function UnlockForm({ workspace, onMoved, onBack }: UnlockFormProps) {
  return (
    <FormPage
      title={t('Unlock {name}', { name: workspace.name })}
      lead={t('Its database and its API key are encrypted under your passphrase.')}
      onBack={onBack}
    >
      <UnlockFields workspace={workspace} onMoved={onMoved} />
    </FormPage>
  );
}

export function UnlockFields({ workspace, onMoved }: Omit<UnlockFormProps, 'onBack'>) {
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  useBegun(passphrase !== '', workspace.id);
  const place = useWaitingPlace((waiting) => waiting.place);
  const title =
    place?.workspaceId === workspace.id &&
    !isWorkspaceOnly(place) &&
    screenTable.find(({ name }) => name === place.screen)?.title;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await send(() => openWorkspace(workspace.id, passphrase));
    if (!result.ok && result.error.code === 'address-changed') onMoved(result.error);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <SecretInput
        label={t('Passphrase')}
        what={t('the passphrase')}
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
      />
      {title && <p className={classes.note}>{t('A link leads to {title} of it.', { title })}</p>}
      {failure && <InlineFailure failure={failure} />}
      <Button type="submit" loading={busy}>
        {t('Unlock')}
      </Button>
    </form>
  );
}
