import { Select } from '@mantine/core';
import { serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { Membership } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useRef, useState } from 'react';
import classes from './role-picker.module.css';
import { useRoles } from './use-roles';

interface RolePickerProps {
  readonly membership: Membership;
  readonly label?: string;
  /** Why it is not ours to choose. */
  readonly lack?: string | null;
}

/** The role of one membership; choosing another one stages it, the service's role stands beside it. */
export function RolePicker({ membership, label, lack = null }: RolePickerProps) {
  const { roles, names } = useRoles();
  const [failure, setFailure] = useState<Failure | null>(null);
  const base = serverValue(membership, 'role');
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const closed = lack !== null || membership.staged?.verb === 'delete';
  const edit = (): void => {
    input.current?.focus();
    setOpen(true);
  };
  useCommandTarget('edit', closed ? null : edit);
  const staged = membership.server.role !== undefined;
  const nameOf = (key: unknown): string => names.get(String(key)) ?? String(key);
  const choose = async (role: string | null): Promise<void> => {
    if (role === null || role === membership.role) return;
    setFailure(
      await stageField({
        entity: 'membership',
        id: membership.id,
        field: 'role',
        base,
        value: role,
        title: t('Role of {userName} in {organizationName}: {base} → {role}', {
          userName: membership.userName,
          organizationName: membership.organizationName,
          base: nameOf(base),
          role: nameOf(role),
        }),
      }),
    );
  };
  return (
    <div className={classes.picker} title={lack ?? undefined} data-staged={staged || undefined}>
      <Select
        aria-label={
          label ??
          t('Role of {userName} in {organizationName}', {
            userName: membership.userName,
            organizationName: membership.organizationName,
          })
        }
        ref={input}
        dropdownOpened={open}
        onDropdownOpen={() => setOpen(true)}
        onDropdownClose={() => setOpen(false)}
        w={132}
        data={roles.map((role) => ({ value: role.key, label: role.name }))}
        value={membership.role}
        allowDeselect={false}
        disabled={closed}
        onChange={(role) => void choose(role)}
      />
      {staged && (
        <del className={classes.server}>
          <span className="visually-hidden">{t('on the service:')} </span>
          {nameOf(base)}
        </del>
      )}
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}
