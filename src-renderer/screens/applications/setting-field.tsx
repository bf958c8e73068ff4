import { NativeSelect, Switch } from '@mantine/core';
import { RecordField } from '@renderer/screens/shared/record-field';
import { serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { FieldRow } from '@renderer/ui/layout/field-row';
import type { Failure } from '@shared/contract/failure';
import { type ConfigSetting, settingName } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { useState } from 'react';
import classes from './setting-field.module.css';
import { parseSetting, settingText } from './setting-text';

interface SettingFieldProps {
  readonly setting: ConfigSetting;
  readonly record: Application;
  readonly openIntents: readonly Intent[];
}

/**
 * One setting as its schema describes it: a switch and a choice stage at once, what is typed stages on Enter. What reads
 * back masked is shown as that, and not edited here: a draft of a secret would lie on disk.
 */
export function SettingField({ setting, record, openIntents }: SettingFieldProps) {
  const { path, kind, options, writeOnly } = setting;
  const title = settingName(setting);
  const [failure, setFailure] = useState<Failure | null>(null);
  const value = readField(record, path);
  const server = record.server[path];
  const change = async (next: JsonValue): Promise<void> => {
    const base = serverValue(record, path);
    const text = `${title} of ${record.name}: ${settingText(base)} → ${settingText(next)}`;
    const rejected = await stageField({
      entity: 'application',
      id: record.id,
      field: path,
      base,
      value: next,
      title: text,
    });
    setFailure(rejected);
  };
  if (writeOnly || value === undefined) {
    return (
      <dl>
        <FieldRow label={title}>
          <span className={classes.unknown}>not shown by the service</span>
        </FieldRow>
      </dl>
    );
  }
  const was = server === undefined ? undefined : `on the service: ${settingText(server)}`;
  if (kind === 'flag') {
    return (
      <Switch
        className={classes.control}
        size="xs"
        label={title}
        description={was}
        error={failure && `${failure.message} ${failure.next}`}
        data-staged={was !== undefined || undefined}
        checked={value === true}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
    );
  }
  if (kind === 'choice') {
    return (
      <NativeSelect
        className={classes.control}
        label={title}
        description={was}
        error={failure && `${failure.message} ${failure.next}`}
        data-staged={was !== undefined || undefined}
        value={String(value)}
        data={[...options]}
        onChange={(event) => void change(event.currentTarget.value)}
      />
    );
  }
  return (
    <RecordField
      entity="application"
      record={record}
      openIntents={openIntents}
      field={path}
      label={title}
      format={settingText}
      parse={(text) => parseSetting(setting, text)}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
    />
  );
}
