import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { useAhead } from '@renderer/screens/shared/use-ahead';
import { useKeyChoices } from '@renderer/screens/shared/use-choices';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { ArrowUp, Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import classes from './group-roles.module.css';

type Directory = StoredRecord<'directory'>;
type Rows = Directory['groupRoles'];

/** Which role each group of a directory gives, the first that somebody is in above the others: edited, moved and staged as one list. */
export function GroupRoles({ record }: { readonly record: Directory }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [group, setGroup] = useState('');
  const roles = useKeyChoices('role');
  const { groupRoles, groupNames, groupRoleMappingEnabled: on } = record;
  const { shown: rows, stage } = useAhead(groupRoles);
  const nameOf = (id: string): string => String(groupNames[id] ?? id);
  const set = async (value: Rows, what: string): Promise<boolean> => {
    const field = 'groupRoles';
    const base = serverValue(record, field);
    const title = `${record.name}: ${what}`;
    const edit = { entity: 'directory', id: record.id, field, base, value, title } as const;
    const rejected = await stage(value, () => stageField(edit));
    setFailure(rejected);
    return rejected === null;
  };
  const moved = (index: number): Rows =>
    rows.flatMap((row, at) => (at === index ? [] : at === index - 1 ? [rows[index] ?? row, row] : [row]));
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const role = roles.find(({ value }) => value === 'org:member')?.value ?? roles[0]?.value;
    const named = group.trim();
    if (
      named !== '' &&
      role &&
      (await set([...rows, { group: named, role }], t('group {group} gives {role}', { group: named, role })))
    )
      setGroup('');
  };
  return (
    <InspectorSection title={t('Roles by group')} count={rows.length}>
      {!on && <p className={classes.off}>{t('Switched off: the directory gives no roles.')}</p>}
      <ol
        className={classes.list}
        data-staged={replacedValue(record, 'groupRoles') !== undefined || undefined}
      >
        {rows.map((row, index) => (
          <li key={row.group} className={classes.row}>
            <span className={classes.group} title={row.group}>
              {nameOf(row.group)}
            </span>
            <NativeSelect
              aria-label={t('Role of the group {group}', { group: nameOf(row.group) })}
              disabled={!on}
              data={[...roles]}
              value={row.role}
              onChange={({ currentTarget: { value: role } }) =>
                void set(
                  rows.map((each) => (each.group === row.group ? { ...each, role } : each)),
                  t('group {group} gives {role}', { group: nameOf(row.group), role }),
                )
              }
            />
            <ActionIcon
              aria-label={t('{group} before the one above', { group: nameOf(row.group) })}
              disabled={!on || index === 0}
              onClick={() => void set(moved(index), t('group {group} first', { group: nameOf(row.group) }))}
            >
              <ArrowUp size={13} aria-hidden />
            </ActionIcon>
            <ActionIcon
              aria-label={t('Take {group} out', { group: nameOf(row.group) })}
              disabled={!on}
              onClick={() =>
                void set(
                  rows.filter((each) => each.group !== row.group),
                  t('group {group} gives no role', { group: nameOf(row.group) }),
                )
              }
            >
              <X size={13} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {on && (
        <form className={classes.add} onSubmit={(event) => void add(event)}>
          <TextInput
            label={t('Another group')}
            placeholder={t('Id of the group at the provider')}
            spellCheck={false}
            value={group}
            onChange={(event) => setGroup(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            disabled={group.trim() === ''}
            leftSection={<Plus size={13} aria-hidden />}
          >
            {t('Add')}
          </Button>
        </form>
      )}
      {failure && <InlineFailure failure={failure} />}
    </InspectorSection>
  );
}
