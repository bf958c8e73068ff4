import { useRecord } from '@renderer/bridge/use-record';
import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { configWords, isSecretSetting } from '@shared/domain/config-field';
import { isJsonArray, type JsonObject, type JsonValue } from '@shared/domain/json';
import { configToTake } from '@shared/domain/rules/application';
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

const isSet = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && value !== false && value !== '';

/** Groups of settings that hold a secret: it does not come along. */
const withSecret = (config: JsonObject): readonly string[] =>
  Object.entries(config).flatMap(([key, group]) =>
    group !== null &&
    typeof group === 'object' &&
    !isJsonArray(group) &&
    Object.entries(group).some(([name, value]) => isSecretSetting(`config.${key}.${name}`) && isSet(value))
      ? [configWords(key)]
      : [],
  );

/** What a new application takes of a template, and what it does not. */
function TakenOver({ from }: { readonly from: string }) {
  const { record } = useRecord('application', from);
  if (!record) return null;
  const groups = configToTake(record.config, '').map(([key]) => configWords(key));
  const secrets = withSecret(record.config);
  return (
    <dl className={classes.preview} aria-label={`Taken over from ${record.name}`}>
      <dt>Settings</dt>
      <dd>{groups.join(', ')}</dd>
      <dt>Lists</dt>
      <dd>
        Roles and permissions, redirect URLs, JWT templates, allow and block lists, emails and text messages
      </dd>
      {secrets.length > 0 && (
        <>
          <dt>To set anew</dt>
          <dd>Secrets of {secrets.join(', ')}</dd>
        </>
      )}
      <dt>Stays behind</dt>
      <dd>People, organizations, keys, logo, {record.domain || 'domains'}</dd>
    </dl>
  );
}
