import { useRecord } from '@renderer/bridge/use-record';
import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { configWords } from '@shared/domain/config-field';
import { takenByNew } from '@shared/domain/rules/taken-over';
import { t } from '@shared/language/t';
import classes from './new-application-dialog.module.css';

interface NewApplicationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A new customer: a name, a domain, and another application whose setup is taken over, with what that comes to. */
export function NewApplicationDialog(props: NewApplicationDialogProps) {
  return (
    <CreateDialog
      entity="application"
      {...props}
      preview={(values) => (values.from === undefined ? null : <TakenOver from={String(values.from)} />)}
    />
  );
}

/** What a new application takes of a template, and what it does not. */
function TakenOver({ from }: { readonly from: string }) {
  const { record } = useRecord('application', from);
  if (!record) return null;
  const { config, secrets, addresses } = takenByNew(record);
  const words = (keys: readonly string[]) => keys.map(configWords).join(', ');
  return (
    <dl className={classes.preview} aria-label={t('Taken over from {name}', { name: record.name })}>
      <dt>{t('Settings')}</dt>
      <dd>{words(Object.keys(config))}</dd>
      <dt>{t('Lists')}</dt>
      <dd>
        {t(
          'Roles and permissions, redirect URLs, JWT templates, allow and block lists, emails and text messages',
        )}
      </dd>
      {secrets.length + addresses.length > 0 && <dt>{t('To set anew')}</dt>}
      {secrets.length > 0 && (
        <dd>{t('Secrets, and what does not read back: {settings}', { settings: words(secrets) })}</dd>
      )}
      {addresses.length > 0 && (
        <dd>{t('Pages and mail addresses: {settings}', { settings: words(addresses) })}</dd>
      )}
      <dt>{t('Stays behind')}</dt>
      <dd>{t('People, organizations, keys, logo, {domains}', { domains: record.domain || t('domains') })}</dd>
    </dl>
  );
}
