import { NativeSelect, TextInput } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { SettingInput } from '@renderer/screens/applications/setting-input';
import { useConfigGroups } from '@renderer/screens/applications/use-config-groups';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { EntryOf } from '@shared/domain/books/books';
import { configWords } from '@shared/domain/config-field';
import { settingName } from '@shared/domain/config-settings';
import type { Failure } from '@shared/domain/failure';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';
import { comparable, typedText, typedValue } from './baseline-values';
import { entryId, keepInBook } from './keep-in-book';

interface GroupDialogProps {
  readonly entry?: EntryOf<'applicationGroup'> | undefined;
  readonly onClose: () => void;
}

/** A group of applications: by hand, by the value of a setting, or both. */
export function GroupDialog({ entry, onClose }: GroupDialogProps) {
  const groups = useConfigGroups();
  const known = comparable(groups);
  const rule = entry?.value.where[0];
  const ruled = known.find(({ path }) => path === rule?.field);
  const [name, setName] = useState(entry?.value.name ?? '');
  const [members, setMembers] = useState<readonly string[]>(entry?.value.members ?? []);
  const [field, setField] = useState(rule?.field ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const setting = known.find(({ path }) => path === field);
  const text = typed ?? (ruled && rule && field === rule.field ? typedText(ruled, rule.value) : '');
  const parsed = setting && text !== '' ? typedValue(setting, text) : undefined;
  const ready = name.trim() !== '' && (setting === undefined || parsed?.ok === true);
  const keep = async (): Promise<void> => {
    setBusy(true);
    const own = setting && parsed?.ok ? [{ field, value: parsed.value }] : [];
    // A rule for what is no setting was written elsewhere, and stays.
    const where =
      setting === undefined && field !== ''
        ? (entry?.value.where ?? [])
        : [...own, ...(entry?.value.where.slice(1) ?? [])];
    const value = { name, members: [...members], where };
    const failed = await keepInBook(
      { book: 'applicationGroup', put: [{ id: entry?.id ?? entryId(name), value }] },
      `Group kept: ${name}`,
    );
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={entry ? `Edit ${entry.value.name}` : 'New group of applications'}
      verb="Keep the group"
      busy={busy}
      disabled={!ready}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void keep()}
    >
      <div className={classes.form}>
        <TextInput
          label="Name"
          placeholder="Universities of the pilot"
          required
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <RecordSelect
          key={members.length}
          entity="application"
          label="Add an application by hand"
          known
          required={false}
          value={null}
          onChange={(id) => id !== null && !members.includes(id) && setMembers([...members, id])}
        />
        {members.length > 0 && (
          <ul className={classes.settings} aria-label="Applications by hand">
            {members.map((id) => (
              <Member key={id} id={id} onRemove={() => setMembers(members.filter((other) => other !== id))} />
            ))}
          </ul>
        )}
        <NativeSelect
          label="And every application with"
          value={setting ? field : ''}
          data={[
            { value: '', label: 'No rule' },
            ...groups.map((group) => ({
              group: configWords(group.key),
              items: known
                .filter((one) => one.group === group.key)
                .map((one) => ({ value: one.path, label: settingName(one) })),
            })),
          ]}
          onChange={(event) => {
            setField(event.currentTarget.value);
            setTyped('');
          }}
        />
        {setting && (
          <SettingInput
            setting={setting}
            text={text}
            label="Value"
            error={parsed && !parsed.ok ? parsed.error.next : undefined}
            onChange={setTyped}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}

function Member({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { record } = useRecord('application', id);
  return (
    <li className={classes.member}>
      <span>{record?.name ?? id}</span>
      <LinkButton onClick={onRemove}>Take out</LinkButton>
    </li>
  );
}
