import { NativeSelect } from '@mantine/core';
import { useWholeList } from '@renderer/bridge/use-list';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { replacedValue } from '@renderer/state/server-value';
import { formatCount } from '@renderer/ui/format/format-count';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { SetMembers } from '@shared/contract/operations';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './role-set-dialogs.module.css';
import { useSetMembers } from './use-set-members';

interface ReplaceSetDialogProps {
  readonly record: StoredRecord<'roleSet'>;
  readonly onClose: () => void;
}

/** Stages the end of a role set: which one its organizations use then, and who changes from which role to which. */
export function ReplaceSetDialog({ record, onClose }: ReplaceSetDialogProps) {
  const staging = useStaging();
  const { names } = useRoles();
  const { members, failure } = useSetMembers(record.key);
  const { rows } = useWholeList('roleSet', {});
  const others = (rows ?? []).filter(({ id }) => id !== record.id);
  const [chosen, setChosen] = useState('');
  const [mapped, setMapped] = useState<Readonly<Record<string, string>>>({});
  const by = others.find(({ key }) => key === chosen) ?? others[0];
  const nameOf = (key: string): string => names.get(key) ?? key;
  // Its default role stands first in each line: one that is staged only is not the default yet.
  const roleName = (key: string): string =>
    key === by?.defaultRoleKey && replacedValue(by, 'defaultRoleKey') !== undefined
      ? t('{role} (staged default)', { role: nameOf(key) })
      : nameOf(key);
  const changing = (members ?? []).filter(({ key }) => by !== undefined && !by.roleKeys.includes(key));
  // What was chosen for another set may not be in this one.
  const toOf = (role: string): string =>
    by?.roleKeys.find((key) => key === mapped[role]) ?? by?.defaultRoleKey ?? '';
  const moving = changing.reduce((sum, { memberships }) => sum + memberships, 0);
  const submit = async (): Promise<void> => {
    if (by === undefined) return;
    const mappings = Object.fromEntries(changing.map(({ key }) => [key, toOf(key)]));
    const outcome = await staging.stage({
      drafts: [
        {
          entity: 'roleSet',
          recordId: record.id,
          action: { verb: 'perform', operation: 'replace', values: { by: by.key, mappings } },
        },
      ],
      names: [record.name],
      done: () => t('Staged. {name} is replaced by {other}', { name: record.name, other: by.name }),
    });
    if (outcome && outcome.rejected.length === 0) onClose();
  };
  return (
    <StageDialog
      opened
      wide
      title={t('Replace {name}', { name: record.name })}
      verb={t('Stage replacement')}
      ready={by !== undefined && members !== null}
      staging={staging}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('Its organizations use instead')}
        data={others.map(({ key, name }) => ({ value: key, label: name }))}
        value={by?.key ?? ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {failure !== null && <InlineFailure failure={failure} />}
      {members !== null && by !== undefined && (
        <>
          <p className={classes.summary}>
            {moving === 0
              ? t('Everybody keeps their role: {name} has all that are held.', { name: by.name })
              : t(
                  '{count, plural, one {# membership changes its role; all others keep theirs.} other {# memberships change their role; all others keep theirs.}}',
                  { count: moving },
                )}
          </p>
          <ul className={classes.list}>
            {changing.map((group) => (
              <Changing
                key={group.key}
                group={group}
                name={nameOf(group.key)}
                options={by.roleKeys.map((key) => ({ value: key, label: roleName(key) }))}
                to={toOf(group.key)}
                onChange={(to) => setMapped((last) => ({ ...last, [group.key]: to }))}
              />
            ))}
          </ul>
        </>
      )}
      <p className={classes.lasting}>
        {t(
          '{name} is gone once it is reconciled, and who had which role is not known any more: this cannot be taken back.',
          { name: record.name },
        )}
      </p>
    </StageDialog>
  );
}

interface ChangingProps {
  readonly group: SetMembers;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly to: string;
  readonly onChange: (role: string) => void;
}

/** The holders of one role, by name, and the role that they get. */
function Changing({ group, name, options, to, onChange }: ChangingProps) {
  const rest = group.memberships - group.names.length;
  const names = group.names.join(', ');
  return (
    <li className={classes.changing}>
      <div className={classes.who}>
        <b>{name}</b> · {formatCount(group.memberships)}
        <div className={classes.names}>
          {rest > 0 ? t('{names} and {rest, number} more', { names, rest }) : names}
        </div>
      </div>
      <NativeSelect
        aria-label={t('Instead of {name}', { name })}
        data={[...options]}
        value={to}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </li>
  );
}
