import { NativeSelect } from '@mantine/core';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { updatesOf } from '@renderer/screens/kit/drafts-of';
import { PoolReach } from '@renderer/screens/shared/pool-reach';
import { BarList } from '@renderer/ui/layout/bar-list';
import { configWords } from '@shared/domain/config-field';
import { type ConfigGroup, settingName } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import { jsonEqual } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { presentValues } from './present-values';
import classes from './set-policy-dialog.module.css';
import { SettingInput } from './setting-input';
import { parseSetting } from './setting-text';

interface SetPolicyDialogProps {
  readonly rows: readonly Application[];
  readonly groups: readonly ConfigGroup[];
  /** Key of the group whose settings come first. */
  readonly group: string | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One setting for many applications, staged as one undo group; what they have now is shown first. */
export function SetPolicyDialog({ rows, groups, group, onClose, onDone }: SetPolicyDialogProps) {
  const settings = groups.flatMap((each) => each.settings.filter(({ writeOnly }) => !writeOnly));
  const first = settings.find((each) => each.group === group) ?? settings[0];
  const [path, setPath] = useState(first?.path ?? '');
  const [text, setText] = useState('');
  const setting = settings.find((each) => each.path === path) ?? first;
  if (setting === undefined) return null;
  const parsed =
    setting.kind === 'flag' ? { ok: true as const, value: text === 'on' } : parseSetting(setting, text);
  const ready = text !== '' && parsed.ok;
  const changing = ready
    ? rows.filter((row) => !jsonEqual(readField(row, setting.path) ?? null, parsed.value))
    : [];

  const drafts = ready ? updatesOf('application', changing, setting.path, parsed.value) : [];
  return (
    <BulkDialog
      title={t('Set a policy of {count, plural, one {# application} other {# applications}}', {
        count: rows.length,
      })}
      verb={
        changing.length === 0
          ? t('Nothing to stage')
          : t('Stage {count, plural, one {# change} other {# changes}}', { count: changing.length })
      }
      drafts={drafts}
      names={changing.map(({ name }) => name)}
      done={(count) =>
        t('Staged. {setting} of {count, plural, one {# application} other {# applications}}', {
          setting: settingName(setting),
          count,
        })
      }
      onClose={onClose}
      onDone={onDone}
    >
      <NativeSelect
        label={t('Setting')}
        value={setting.path}
        data={groups.map((each) => ({
          group: configWords(each.key),
          items: each.settings
            .filter(({ writeOnly }) => !writeOnly)
            .map((one) => ({ value: one.path, label: settingName(one) })),
        }))}
        onChange={(event) => {
          setPath(event.currentTarget.value);
          setText('');
        }}
      />
      <section className={classes.now} aria-label={t('Now')}>
        <h3 className={classes.heading}>{t('Now')}</h3>
        <BarList
          label={t('{setting} now', { setting: settingName(setting) })}
          bars={presentValues(rows, setting.path)}
        />
      </section>
      <SettingInput
        setting={setting}
        text={text}
        error={text === '' || parsed.ok ? undefined : parsed.error.message}
        onChange={setText}
      />
      {parsed.ok && text !== '' && (
        <PoolReach
          path={setting.path}
          value={parsed.value}
          applications={new Map(changing.map(({ id, name }) => [id, name]))}
        />
      )}
    </BulkDialog>
  );
}
