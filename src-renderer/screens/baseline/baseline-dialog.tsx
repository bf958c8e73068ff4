import { ActionIcon, MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { useRecord } from '@renderer/bridge/use-record';
import { SettingInput } from '@renderer/screens/applications/setting-input';
import { useConfigGroups } from '@renderer/screens/applications/use-config-groups';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { NameField } from '@renderer/ui/controls/name-field';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { EntryOf, ValueOf } from '@shared/domain/books/books';
import { configField, configWords } from '@shared/domain/config-field';
import { settingName } from '@shared/domain/config-settings';
import { t } from '@shared/language/t';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import classes from './baseline-dialog.module.css';
import { comparable, entryId, goldenOf, settingRows } from './baseline-values';

interface BaselineDialogProps {
  /** The baseline to edit; left out for a new one. */
  readonly entry?: EntryOf<'baseline'>;
  readonly onClose: () => void;
}

type Level = ValueOf<'baseline'>['level'];

/** A baseline, new or edited: whom it is for, and what its settings should be, taken from an application or set one by one. */
export function BaselineDialog({ entry, onClose }: BaselineDialogProps) {
  const groups = useConfigGroups();
  const known = useMemo(() => comparable(groups), [groups]);
  const byPath = useMemo(() => new Map(known.map((setting) => [setting.path, setting])), [known]);
  const books = useBook('applicationGroup') ?? [];
  const [name, setName] = useState(entry?.value.name ?? '');
  const [level, setLevel] = useState<Level>(entry?.value.level ?? 'all');
  const [of, setOf] = useState(entry?.value.of ?? '');
  const [rank, setRank] = useState(entry?.value.rank ?? 1);
  const [from, setFrom] = useState<string | null>(null);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [edited, setEdited] = useState<Readonly<Record<string, string | null>>>({});
  const { busy, failures, keep } = useKeep();
  const { record } = useRecord('application', from);

  const kept = Object.fromEntries((entry?.value.settings ?? []).map(({ path, value }) => [path, value]));
  const golden = record && from !== null ? goldenOf(record, known, taken) : {};
  const rows = settingRows(known, { ...kept, ...golden }, edited);
  const shown = new Set(rows.map(({ setting }) => setting.path));
  // What the schema no longer describes is kept as it is.
  const undescribed = (entry?.value.settings ?? []).filter(({ path }) => !byPath.has(path));
  const faulty = rows.some(({ parsed }) => !parsed.ok);
  const ready = name.trim() !== '' && rows.length > 0 && !faulty && (level === 'all' || of !== '');

  const submit = async (): Promise<void> => {
    const settings = rows.flatMap(({ setting, parsed }) =>
      parsed.ok ? [{ path: setting.path, value: parsed.value }] : [],
    );
    const value = {
      name,
      level,
      of: level === 'all' ? '' : of,
      rank,
      settings: [...settings, ...undescribed],
    };
    const put = [{ id: entry?.id ?? entryId(name), value, base: entry?.at ?? null }];
    if (
      await keep(
        { book: 'baseline', put },
        t('{name}: {count, plural, one {# setting} other {# settings}}', { name, count: settings.length }),
      )
    )
      onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={entry ? t('Edit {name}', { name: entry.value.name }) : t('New baseline')}
      verb={entry ? t('Keep the baseline') : t('Make the baseline')}
      busy={busy}
      disabled={!ready}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void submit()}
    >
      <div className={classes.form}>
        <NameField placeholder={t('Golden config')} value={name} onChange={setName} />
        <div className={classes.pair}>
          <NativeSelect
            label={t('For')}
            value={level}
            data={[
              { value: 'all', label: t('All applications') },
              { value: 'group', label: t('A group') },
              { value: 'application', label: t('One application') },
            ]}
            onChange={(event) => {
              setLevel(event.currentTarget.value as Level);
              setOf('');
            }}
          />
          {level === 'group' && (
            <NativeSelect
              label={t('Group')}
              value={of}
              data={[
                { value: '', label: books.length === 0 ? t('No group yet') : t('Choose…') },
                ...books.map(({ id, value }) => ({ value: id, label: value.name })),
              ]}
              onChange={(event) => setOf(event.currentTarget.value)}
            />
          )}
          {level === 'application' && (
            <RecordSelect
              entity="application"
              label={t('Application')}
              known
              value={of || null}
              onChange={(id) => setOf(id ?? '')}
            />
          )}
          {level === 'all' && <span />}
          <NumberInput
            label={t('Rank')}
            title={t('Among baselines for the same: the smaller one comes first')}
            min={0}
            max={1_000}
            allowDecimal={false}
            value={rank}
            onChange={(value) => setRank(Number(value) || 0)}
          />
        </div>
        <div className={classes.take}>
          <RecordSelect
            entity="application"
            label={t('Take settings from')}
            known
            required={false}
            value={from}
            onChange={setFrom}
          />
          <MultiSelect
            label={t('Groups of settings')}
            placeholder={taken.length === 0 ? t('Choose…') : undefined}
            disabled={from === null}
            searchable
            data={[...new Set(known.map(({ group }) => group))].map((group) => ({
              value: group,
              label: configWords(group),
            }))}
            value={[...taken]}
            onChange={setTaken}
          />
        </div>
        <NativeSelect
          label={t('Add a setting')}
          value=""
          data={[
            { value: '', label: t('Choose…') },
            ...groups.map((group) => ({
              group: configWords(group.key),
              items: known
                .filter(({ path, group: key }) => key === group.key && !shown.has(path))
                .map((setting) => ({ value: setting.path, label: settingName(setting) })),
            })),
          ]}
          onChange={(event) => {
            const setting = byPath.get(event.currentTarget.value);
            if (setting) setEdited({ ...edited, [setting.path]: setting.kind === 'flag' ? 'on' : '' });
          }}
        />
        <ul className={classes.settings} aria-label={t('Settings of the baseline')}>
          {rows.length === 0 && (
            <li className={classes.none}>
              {t(
                'Nothing yet. Take settings from an application that is as you want them all, or add them one by one. Texts may hold {variables} and variables of each customer’s own.',
                { variables: '{{name}}, {{domain}}' },
              )}
            </li>
          )}
          {rows.map(({ setting, text, parsed }) => (
            <li key={setting.path} className={classes.setting}>
              <span>{configField(setting.path)?.label}</span>
              <SettingInput
                setting={setting}
                text={text}
                label={settingName(setting)}
                hidden
                error={parsed.ok ? undefined : parsed.error.next}
                onChange={(next) => setEdited({ ...edited, [setting.path]: next })}
              />
              <ActionIcon
                aria-label={t('Take {setting} out', { setting: settingName(setting) })}
                onClick={() => setEdited({ ...edited, [setting.path]: null })}
              >
                <X size={13} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </div>
    </ConfirmDialog>
  );
}
