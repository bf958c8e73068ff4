import { Button } from '@mantine/core';
import { serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { withdraw } from '@renderer/state/withdraw';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Failure } from '@shared/contract/failure';
import { type ConfigSetting, settingName } from '@shared/domain/config-settings';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './setting-field.module.css';
import { SettingLabel } from './setting-label';

interface SecretFieldProps {
  readonly setting: ConfigSetting;
  readonly record: Application;
  readonly openIntents: readonly Intent[];
}

/** A secret: typed here, staged, and from then on shown nowhere. It is no draft: what is typed and not staged is gone with the window. */
export function SecretField({ setting, record, openIntents }: SecretFieldProps) {
  const { path } = setting;
  const title = settingName(setting);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === path);
  const known = serverValue(record, path) !== null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const rejected = await stageField({
      entity: 'application',
      id: record.id,
      field: path,
      base: serverValue(record, path),
      value: typed,
      title: t('{title} of {name}: a new one', { title, name: record.name }),
    });
    setFailure(rejected);
    if (rejected === null) setTyped('');
  };
  return (
    <form className={classes.secret} onSubmit={(event) => void submit(event)}>
      <SecretInput
        beside
        label={<SettingLabel setting={setting} />}
        what={title}
        description={
          known ? t('Set on the service, and not shown.') : t('Not set, or not shown by the service.')
        }
        kind="off"
        required={false}
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit" variant="default" disabled={typed === ''}>
        {t('Stage secret')}
      </Button>
      {own.length > 0 && (
        <span className={classes.staged}>
          <StateMark kind="staged" word={t('new secret staged')} />
          <LinkButton
            onClick={() => void withdraw(own, t('{title} of {name}', { title, name: record.name }))}
          >
            {t('Undo')}
          </LinkButton>
        </span>
      )}
      {failure && <InlineFailure failure={failure} />}
    </form>
  );
}
