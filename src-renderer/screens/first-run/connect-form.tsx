import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useSending } from '@renderer/bridge/use-sending';
import { useDraft } from '@renderer/drafts/use-draft';
import { windowDrafts } from '@renderer/drafts/window-drafts';
import { useBegun } from '@renderer/state/begun';
import { useSession } from '@renderer/state/use-session';
import { connectInstance } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { Scenario, scenarioWords } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './connect-form.module.css';
import { FormPage } from './form-page';
import { PassphraseField } from './passphrase-field';

const defaultUrl = 'https://api.clerk.com/v1';

/** Connects a real instance. Name and address survive a crash; the secret key and the passphrase are never written down here. */
export function ConnectForm({ onBack }: { readonly onBack: () => void }) {
  useBegun(true, null);
  const keyring = useSession(({ info }) => info?.keyring ?? true);
  const name = useDraft('connect/name', windowDrafts);
  const url = useDraft('connect/url', windowDrafts);
  const [apiKey, setApiKey] = useState('');
  const [token, setToken] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [scenario, setScenario] = useState<Scenario>('b2b');
  const { busy, failure, send } = useSending();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await send(() =>
      connectInstance({
        name: name.value ?? '',
        url: url.value ?? defaultUrl,
        apiKey,
        scenario,
        ...(scenario !== 'platforms' && token.trim() !== '' && { platformToken: token }),
        ...(keyring ? {} : { passphrase }),
      }),
    );
    if (!result.ok) return;
    name.discard();
    url.discard();
  };

  return (
    <FormPage
      title={t('Connect a real instance')}
      lead={t(
        'Tenantry copies it into an encrypted database on this machine. It changes nothing on the service until you reconcile.',
      )}
      onBack={onBack}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('Name')}
          description={t('What you call it here')}
          placeholder={t('Acme production')}
          required
          autoFocus
          maxLength={100}
          value={name.value ?? ''}
          onChange={(event) => name.change(event.currentTarget.value)}
        />
        <TextInput
          label={t('API address')}
          required
          type="url"
          value={url.value ?? defaultUrl}
          onChange={(event) => url.change(event.currentTarget.value)}
        />
        <div>
          <span className={classes.label} id="scenario">
            {t('Scenario')}
          </span>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="scenario"
            value={scenario}
            onChange={(value) => setScenario(Scenario.parse(value))}
            data={Scenario.options.map((value) => ({ value, label: scenarioWords[value] }))}
          />
        </div>
        <SecretInput
          label={scenario === 'platforms' ? t('Platform API token') : t('Secret key')}
          description={`${scenario === 'platforms' ? t('Opens all applications of the platform.') : t('Starts with sk_live_ or sk_test_.')} ${t('It stays with Tenantry’s engine and is never shown again.')}`}
          what={t('the secret key')}
          kind="off"
          value={apiKey}
          onChange={setApiKey}
        />
        {scenario !== 'platforms' && (
          <SecretInput
            label={t('Platform token')}
            description={t(
              'If you have one: it opens policies, connections and branding of the application. It can be added later, too.',
            )}
            what={t('the Platform token')}
            kind="off"
            required={false}
            value={token}
            onChange={setToken}
          />
        )}
        {!keyring && <PassphraseField value={passphrase} onChange={setPassphrase} />}
        {failure && <InlineFailure failure={failure} />}
        <Button type="submit" loading={busy}>
          {t('Connect')}
        </Button>
      </form>
    </FormPage>
  );
}
