// biome-ignore-all lint/a11y/useSemanticElements: one grid of cells with its own keyboard, rows and columns sticky
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the cells are the focus stops

import { stage } from '@renderer/state/stage';
import { go } from '@renderer/state/use-route';
import { matrixTarget } from '@renderer/ui/list/virtual-matrix/matrix-target';
import { markOfRecord } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Failure } from '@shared/contract/failure';
import type { Permission, Role } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Fragment, type KeyboardEvent, useRef, useState } from 'react';
import { MatrixCell } from './matrix-cell';
import type { PermissionGroup } from './permission-groups';
import classes from './role-matrix.module.css';
import { permissionMark, toggleDraft } from './toggle-permission';

interface RoleMatrixProps {
  readonly roles: readonly Role[];
  readonly groups: readonly PermissionGroup[];
  /** How many people hold a role, by its key, each once; undefined while it is counted, null where it is not known. */
  readonly people: ReadonlyMap<string, number> | null | undefined;
  /** The role or permission that is open beside it. */
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function MarkOf({ record }: { readonly record: Role | Permission }) {
  const mark = markOfRecord(record.state);
  return mark && <StateMark kind={mark} />;
}

/** Permissions down, roles across; sticky heads, a cross-hair under the pointer, one tab stop. */
export function RoleMatrix({ roles, groups, people, openId, onOpen }: RoleMatrixProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [hovered, setHovered] = useState<{ readonly row: number; readonly column: number } | null>(null);
  const [fault, setFault] = useState<{ readonly cell: string; readonly failure: Failure } | null>(null);
  const permissions = groups.flatMap((group) => group.permissions);
  const tracks = `minmax(220px, 2.4fr) repeat(${roles.length}, minmax(92px, 1fr))`;

  const toggle = async (role: Role, permission: Permission): Promise<void> => {
    const names = { role: role.name, permission: permission.name };
    const outcome = await stage([toggleDraft(role, permission.key)], () =>
      role.permissionKeys.includes(permission.key)
        ? t('Staged. {role} loses {permission}', names)
        : t('Staged. {role} gains {permission}', names),
    );
    const rejected = outcome?.rejected[0];
    setFault(rejected ? { cell: `${role.id} ${permission.id}`, failure: rejected.failure } : null);
  };
  const onKey = (event: KeyboardEvent): void => {
    const next = matrixTarget(event.key, active, { rows: permissions.length, columns: roles.length });
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    setActive(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };

  let row = -1;
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('Roles and permissions')}
      aria-rowcount={permissions.length + 1}
      className={classes.matrix}
      style={{ gridTemplateColumns: tracks }}
      onKeyDown={onKey}
      onMouseLeave={() => setHovered(null)}
    >
      <div role="row" className={classes.row}>
        <div role="columnheader" className={classes.corner}>
          {t('Permission')}
        </div>
        {roles.map((role, column) => {
          return (
            <div
              key={role.id}
              role="columnheader"
              className={classes.head}
              data-cross={hovered?.column === column || undefined}
              title={role.description}
            >
              <button
                type="button"
                className={classes.role}
                aria-expanded={role.id === openId}
                onClick={() => onOpen(role.id)}
              >
                <strong>{role.name}</strong>
              </button>
              <span className={classes.people}>
                {people
                  ? t('{count, plural, one {# person} other {# people}}', {
                      count: people.get(role.key) ?? 0,
                    })
                  : people === null
                    ? '–'
                    : '…'}
              </span>
              <MarkOf record={role} />
            </div>
          );
        })}
      </div>
      {groups.map((group) => (
        <Fragment key={group.feature}>
          <div role="row" className={classes.row}>
            <div role="rowheader" className={classes.group}>
              {group.title}
            </div>
          </div>
          {group.permissions.map((permission) => {
            row += 1;
            const here = row;
            return (
              <div key={permission.id} role="row" className={classes.row}>
                <div
                  role="rowheader"
                  className={classes.permission}
                  data-cross={hovered?.row === here || undefined}
                  title={permission.description}
                >
                  <button
                    type="button"
                    className={classes.name}
                    aria-expanded={permission.id === openId}
                    onClick={() => onOpen(permission.id)}
                  >
                    {permission.name}
                  </button>
                  <MarkOf record={permission} />
                  <span className={classes.key}>{permission.key}</span>
                </div>
                {roles.map((role, column) => (
                  <MatrixCell
                    key={role.id}
                    id={`${here}-${column}`}
                    label={`${role.name}: ${permission.name}`}
                    on={role.permissionKeys.includes(permission.key)}
                    mark={permissionMark(role, permission.key)}
                    cross={hovered?.row === here || hovered?.column === column}
                    failure={fault?.cell === `${role.id} ${permission.id}` ? fault.failure : null}
                    onFaultRead={() => setFault(null)}
                    focusable={active.row === here && active.column === column}
                    onHover={() => setHovered({ row: here, column })}
                    onHolders={() =>
                      go('memberships', { params: { role: role.key, holding: permission.key } })
                    }
                    onToggle={() => {
                      setActive({ row: here, column });
                      void toggle(role, permission);
                    }}
                  />
                ))}
              </div>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
