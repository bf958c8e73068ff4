import { NativeSelect } from '@mantine/core';
import { SettingInput } from '@renderer/screens/applications/setting-input';
import { useConfigGroups } from '@renderer/screens/applications/use-config-groups';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { useNames } from '@renderer/screens/shared/use-names';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { NameField } from '@renderer/ui/controls/name-field';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { EntryOf } from '@shared/domain/books/books';
import { configWords } from '@shared/domain/config-field';
import { settingName } from '@shared/domain/config-settings';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';
import { comparable, conditionText, entryId, isListed, settingRow } from './baseline-values';

interface GroupDialogProps {
  readonly entry?: EntryOf<'applicationGroup'> | undefined;
  readonly onClose: () => void;
}

/** A group of applications: by hand, by the value of a setting, or both. */
export function GroupDialog({ entry, onClose }: GroupDialogProps) {
  const groups = useConfigGroups();
  const known = comparable(groups);
  const [name, setName] = useState(entry?.value.name ?? '');
  const [members, setMembers] = useState<readonly string[]>(entry?.value.members ?? []);
  const [where, setWhere] = useState(entry?.value.where ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<string>();
  const { busy, failures, keep } = useKeep();
  const names = useNames('application', members);
  const listed = isListed(where, known);
  const [rule] = listed ? [] : where;
  const field = chosen ?? rule?.field ?? '';
  const setting = known.find(({ path }) => path === field);
  const row = setting && settingRow(setting, field === rule?.field ? rule.value : undefined, typed);
  const faulty = !listed && row !== undefined && !row.parsed.ok;
  const submit = async (): Promise<void> => {
    const own = row?.parsed.ok ? [{ field, value: row.parsed.value }] : [];
    const value = { name, members: [...members], where: listed ? [...where] : own };
    const put = [{ id: entry?.id ?? entryId(name), value, base: entry?.at ?? null }];
    if (await keep({ book: 'applicationGroup', put }, t('Group kept: {name}', { name }))) onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={entry ? t('Edit {name}', { name: entry.value.name }) : t('New group of applications')}
      verb={t('Keep the group')}
      busy={busy}
      disabled={name.trim() === '' || faulty}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void submit()}
    >
      <div className={classes.form}>
        <NameField placeholder={t('Universities of the pilot')} value={name} onChange={setName} />
        <RecordSelect
          key={members.length}
          entity="application"
          label={t('Add an application by hand')}
          known
          required={false}
          value={null}
          onChange={(id) => id !== null && !members.includes(id) && setMembers([...members, id])}
        />
        {members.length > 0 && (
          <ul className={classes.settings} aria-label={t('Applications by hand')}>
            {members.map((id) => (
              <li key={id} className={classes.member}>
                <span>{names.get(id) ?? id}</span>
                <LinkButton onClick={() => setMembers(members.filter((other) => other !== id))}>
                  {t('Take out')}
                </LinkButton>
              </li>
            ))}
          </ul>
        )}
        {listed ? (
          <section>
            <p>{t('And every application with all of these:')}</p>
            <ul className={classes.settings} aria-label={t('Conditions')}>
              {where.map((condition) => (
                <li key={condition.field} className={classes.member}>
                  <span>{conditionText(condition)}</span>
                  <LinkButton onClick={() => setWhere(where.filter((other) => other !== condition))}>
                    {t('Take out')}
                  </LinkButton>
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <NativeSelect
            label={t('And every application with')}
            value={setting ? field : ''}
            data={[
              { value: '', label: t('No rule') },
              ...groups.map((group) => ({
                group: configWords(group.key),
                items: known
                  .filter((one) => one.group === group.key)
                  .map((one) => ({ value: one.path, label: settingName(one) })),
              })),
            ]}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setTyped(undefined);
            }}
          />
        )}
        {!listed && setting && row && (
          <SettingInput
            setting={setting}
            text={row.text}
            label={t('Value')}
            error={row.parsed.ok || row.text === '' ? undefined : row.parsed.error.next}
            onChange={setTyped}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
