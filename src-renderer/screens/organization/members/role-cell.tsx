import { Select } from '@mantine/core';
import type { Roles } from '@renderer/screens/shared/use-roles';
import { serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { FieldFault } from '@renderer/ui/controls/field-fault';
import { mainTable } from '@renderer/ui/list/main-table';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import type { Failure } from '@shared/contract/failure';
import type { Membership } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import classes from './role-cell.module.css';

interface RoleCellProps {
  readonly membership: Membership;
  /** Given by the table: a list of roles for each row would be one too many. */
  readonly known: Roles;
  /** The choice is open. */
  readonly choosing: boolean;
  readonly onChoosing: (choosing: boolean) => void;
}

/** The role in its row: a press opens the choice, choosing stages it. Its table's key `E` does the same. */
export function RoleCell({ membership, known, choosing, onChoosing }: RoleCellProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const nameOf = (key: unknown): string => known.names.get(String(key)) ?? String(key);
  const server = membership.server.role;
  const label = t('Role of {userName} in {organizationName}', {
    userName: membership.userName,
    organizationName: membership.organizationName,
  });
  const leaving = membership.staged?.verb === 'delete';
  const close = (): void => {
    onChoosing(false);
    requestAnimationFrame(() => mainTable()?.focus());
  };
  const choose = async (role: string | null): Promise<void> => {
    if (role === null || role === membership.role) return;
    const base = serverValue(membership, 'role');
    const rejected = await stageField({
      entity: 'membership',
      id: membership.id,
      field: 'role',
      base,
      value: role,
      title: `${label}: ${nameOf(base)} → ${nameOf(role)}`,
    });
    setFailure(rejected);
  };
  if (choosing && !leaving) {
    return (
      <Select
        aria-label={label}
        autoFocus
        w={150}
        data={known.roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={membership.role}
        allowDeselect={false}
        defaultDropdownOpened
        onClick={(event) => event.stopPropagation()}
        onDropdownClose={close}
        onChange={(role) => void choose(role)}
      />
    );
  }
  return (
    <FieldFault failure={failure} onClose={() => setFailure(null)}>
      <button
        type="button"
        className={classes.value}
        tabIndex={-1}
        aria-label={`${label}: ${membership.roleName || membership.role}`}
        aria-haspopup="listbox"
        disabled={leaving}
        onClick={(event) => {
          event.stopPropagation();
          setFailure(null);
          onChoosing(true);
        }}
      >
        <StagedValue
          value={membership.roleName || membership.role}
          server={server === undefined ? undefined : nameOf(server)}
        />
        <ChevronDown size={12} className={classes.arrow} aria-hidden />
      </button>
    </FieldFault>
  );
}
