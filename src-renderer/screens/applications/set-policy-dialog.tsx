import { NativeSelect } from '@mantine/core';
import { useRejections } from '@renderer/screens/shared/use-rejections';
import { serverValue } from '@renderer/state/server-value';
import { stage } from '@renderer/state/stage';
import { BarList } from '@renderer/ui/bar-list';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import { configWords } from '@shared/domain/config-field';
import { type ConfigGroup, settingName } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import { jsonEqual } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { useState } from 'react';
import { presentValues } from './present-values';
import classes from './set-policy-dialog.module.css';
import { SettingInput } from './setting-input';
import { parseSetting } from './setting-text';

interface SetPolicyDialogProps {
  readonly opened: boolean;
  readonly rows: readonly Application[];
  readonly groups: readonly ConfigGroup[];
  /** Key of the group whose settings come first. */
  readonly group: string | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One setting for many applications, staged as one gesture; what they have now is shown first. */
export function SetPolicyDialog({ opened, rows, groups, group, onClose, onDone }: SetPolicyDialogProps) {
  const settings = groups.flatMap((each) => each.settings.filter(({ writeOnly }) => !writeOnly));
  const first = settings.find((each) => each.group === group) ?? settings[0];
  const [path, setPath] = useState(first?.path ?? '');
  const [text, setText] = useState('');
  const rejections = useRejections();
  const setting = settings.find((each) => each.path === path) ?? first;
  if (setting === undefined) return null;
  const parsed =
    setting.kind === 'flag' ? { ok: true as const, value: text === 'on' } : parseSetting(setting, text);
  const ready = text !== '' && parsed.ok;
  const changing = ready
    ? rows.filter((row) => !jsonEqual(readField(row, setting.path) ?? null, parsed.value))
    : [];

  const confirm = async (): Promise<void> => {
    if (!ready) return;
    const drafts = changing.map((row) => ({
      entity: 'application' as const,
      recordId: row.id,
      action: {
        verb: 'update' as const,
        field: setting.path,
        value: parsed.value,
        base: serverValue(row, setting.path),
      },
    }));
    const outcome = await stage(
      drafts,
      (count) => `Staged. ${settingName(setting)} of ${plural(count, 'application')}`,
    );
    if (
      !outcome ||
      rejections.show(
        outcome,
        changing.map(({ name }) => name),
      )
    )
      return;
    onDone();
    onClose();
  };

  return (
    <ConfirmDialog
      opened={opened}
      title={`Set a policy of ${plural(rows.length, 'application')}`}
      verb={changing.length === 0 ? 'Nothing to stage' : `Stage ${plural(changing.length, 'change')}`}
      disabled={changing.length === 0}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <NativeSelect
        label="Setting"
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
      <section className={classes.now} aria-label="Now">
        <h3 className={classes.heading}>Now</h3>
        <BarList label={`${settingName(setting)} now`} bars={presentValues(rows, setting.path)} />
      </section>
      <SettingInput
        setting={setting}
        text={text}
        error={text === '' || parsed.ok ? undefined : parsed.error.message}
        onChange={setText}
      />
      {rejections.failures.map((failure) => (
        <InlineFailure key={failure.message} failure={failure} />
      ))}
    </ConfirmDialog>
  );
}
