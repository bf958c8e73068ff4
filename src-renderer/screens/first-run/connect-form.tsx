import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useSending } from '@renderer/bridge/use-sending';
import { useDraft } from '@renderer/drafts/use-draft';
import { windowDrafts } from '@renderer/drafts/window-drafts';
import { keyWords } from '@renderer/screens/shared/key-words';
import { PassphraseField } from '@renderer/screens/shared/passphrase-field';
import { useBegun } from '@renderer/state/begun';
import { useSession } from '@renderer/state/use-session';
import { connectInstance } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { Scenario, scenarioWords } from '@shared/domain/scenario';
import { named, ServiceName, services } from '@shared/domain/services';
import { t } from '@shared/language/t';
import { type FormEvent, useId, useRef, useState } from 'react';
import classes from './connect-form.module.css';
import { FormPage } from './form-page';

/** Addresses that stand until another one is typed. */
const usualUrls: Readonly<Record<ServiceName, string>> = {
  clerk: 'https://api.clerk.com/v1',
  'better-auth': '',
};

/** Connects a real instance. Name and address survive a crash; the secret key and the passphrase are never written down here. */
export function ConnectForm({ onBack }: { readonly onBack: () => void }) {
  useBegun(true, null);
  const keyring = useSession(({ info }) => info?.keyring ?? true);
  const name = useDraft('connect/name', windowDrafts);
  const url = useDraft('connect/url', windowDrafts);
  const [service, setService] = useState<ServiceName>('clerk');
  const [apiKey, setApiKey] = useState('');
  const [token, setToken] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [scenario, setScenario] = useState<Scenario>('b2b');
  const [odd, setOdd] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { busy, failure, send } = useSending();
  const { hasPlatform, basePath } = services[service];
  const scenarios = Scenario.options.filter((one) => hasPlatform || one !== 'platforms');
  const words = keyWords(service, scenario);
  const address = url.value ?? usualUrls[service];
  const choose = (next: ServiceName): void => {
    setService(next);
    if (!services[next].hasPlatform && scenario === 'platforms') setScenario('b2b');
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!URL.canParse(address)) {
      setOdd(address);
      field.current?.focus();
      return;
    }
    const result = await send(() =>
      connectInstance({
        name: name.value ?? '',
        url: address,
        ...named(service),
        apiKey,
        scenario,
        ...(hasPlatform && scenario !== 'platforms' && token.trim() !== '' && { platformToken: token }),
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
        <Choices
          label={t('Service')}
          value={service}
          options={ServiceName.options.map((value) => ({ value, label: services[value].label }))}
          onChange={(value) => choose(ServiceName.parse(value))}
        />
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
          ref={field}
          label={t('API address')}
          required
          inputMode="url"
          spellCheck={false}
          error={
            odd !== null &&
            t('"{odd}" is no address: it must begin with https:// or another scheme.', { odd })
          }
          description={
            hasPlatform ? undefined : t('Of the server; {basePath} where it names no path', { basePath })
          }
          placeholder={`https://auth.example.com${basePath}`}
          value={address}
          onChange={(event) => {
            setOdd(null);
            url.change(event.currentTarget.value);
          }}
        />
        <Choices
          label={t('Scenario')}
          value={scenario}
          options={scenarios.map((value) => ({ value, label: scenarioWords[value] }))}
          onChange={(value) => setScenario(Scenario.parse(value))}
        />
        <SecretInput
          label={words.key}
          description={`${words.says} ${t('It stays with Tenantry’s engine and is never shown again.')}`}
          what={words.what}
          kind="off"
          value={apiKey}
          onChange={setApiKey}
        />
        {hasPlatform && scenario !== 'platforms' && (
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

interface ChoicesProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of few, all in sight. */
function Choices({ label, value, options, onChange }: ChoicesProps) {
  const id = useId();
  return (
    <div>
      <span className={classes.label} id={id}>
        {label}
      </span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        value={value}
        onChange={onChange}
        data={[...options]}
      />
    </div>
  );
}
