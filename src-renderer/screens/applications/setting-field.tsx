import { RecordField } from '@renderer/screens/shared/record-field';
import { RecordSwitch } from '@renderer/screens/shared/record-switch';
import { SettingChoice } from '@renderer/screens/shared/setting-choice';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { isSecretSetting } from '@shared/domain/config-field';
import { type ConfigSetting, settingName } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import { choiceWord } from '@shared/domain/setting-words';
import { t } from '@shared/language/t';
import { SecretField } from './secret-field';
import classes from './setting-field.module.css';
import { SettingLabel } from './setting-label';
import { parseSetting, settingText } from './setting-text';

interface SettingFieldProps {
  readonly setting: ConfigSetting;
  readonly record: Application;
  readonly openIntents: readonly Intent[];
}

/** One setting under the heading of its group, as its schema describes it: a switch, a choice and a list stage at once, what is typed stages on Enter. */
export function SettingField({ setting, record, openIntents }: SettingFieldProps) {
  const { path, kind, options, writeOnly } = setting;
  const shown = <SettingLabel setting={setting} />;
  const shared = { entity: 'application', record, field: path, openIntents } as const;
  const choices = options.map((value) => ({ value, label: choiceWord(path, value) }));
  if (isSecretSetting(path) && kind !== 'flag' && kind !== 'number')
    return <SecretField {...{ setting, record, openIntents }} />;
  if (writeOnly || readField(record, path) === undefined) {
    return (
      <dl>
        <FieldRow label={shown}>
          <span className={classes.unknown}>{t('not shown by the service')}</span>
        </FieldRow>
      </dl>
    );
  }
  if (kind === 'flag') return <RecordSwitch {...shared} label={shown} />;
  if (kind === 'choice') return <SettingChoice {...shared} label={shown} options={choices} />;
  if (kind === 'list')
    return (
      <SettingChoice {...shared} label={shown} many options={choices.length > 0 ? choices : undefined} />
    );
  return (
    <RecordField
      {...shared}
      label={settingName(setting)}
      shown={shown}
      format={(value) => settingText(path, value)}
      parse={(text) => parseSetting(setting, text)}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
    />
  );
}
