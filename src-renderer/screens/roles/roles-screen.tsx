import { SegmentedControl, Skeleton } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { useWholeList } from '@renderer/bridge/use-list';
import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { RowCount } from '@renderer/screens/shared/row-count';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useReasonsForNone } from '@renderer/state/capabilities';
import { useUnlisted } from '@renderer/state/left-out-context';
import { useEditLack } from '@renderer/state/read-only';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { go, select, useRoute } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { AbleButton } from '@renderer/ui/controls/able-button';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { FailureState } from '@renderer/ui/layout/failure-state';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { Plus, ShieldCheck } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { CompareView } from './compare-view';
import { permissionGroups } from './permission-groups';
import { PermissionInspector } from './permission-inspector';
import { RoleInspector } from './role-inspector';
import { RoleMatrix } from './role-matrix';
import { RoleSetsView } from './role-sets-view';
import classes from './roles-screen.module.css';

const views = { sets: RoleSetsView, compare: CompareView } as const;
type View = keyof typeof views;
const isView = (name: string | undefined): name is View => name !== undefined && Object.hasOwn(views, name);

/** Roles with what they may do, two of them side by side, or the sets that organizations choose among: `view` in the route. */
export function RolesScreen() {
  const view = useRoute(({ route }) => route.params.view);
  const Shown = isView(view) ? views[view] : MatrixView;
  const chip = (
    <SegmentedControl
      size="xs"
      aria-label={t('What of roles is shown')}
      data={[
        { value: 'roles', label: t('Permissions') },
        { value: 'compare', label: t('Compare') },
        { value: 'sets', label: t('Role sets') },
      ]}
      value={isView(view) ? view : 'roles'}
      onChange={(to) => go('roles', { params: isView(to) ? { view: to } : {} })}
    />
  );
  return <Shown chip={chip} />;
}

/** Which role may do what: edited by click and by keyboard, each change staged. */
function MatrixView({ chip }: { readonly chip: ReactNode }) {
  const known = useRoles();
  const { roles } = known;
  const opened = useRoute(({ route }) => route.id);
  const [creating, setCreating] = useState<'role' | 'permission' | null>(null);
  const permissions = useWholeList('permission', { sort: { field: 'key', direction: 'asc' } });
  const version = useDataVersion();
  const freshness = useStatus()?.freshness;
  const held = useAnswer('peopleByRole', useScoped(), version);
  const people = useMemo(
    () => held && new Map(held.map(({ value, count }) => [String(value), count])),
    [held],
  );
  const lack = useEditLack(['organizations', 'list.permission']);
  const noPermissions = useReasonsForNone({ shows: ['permission'] });
  const unlistedRoles = useUnlisted('role');
  const unlistedPermissions = useUnlisted('permission');
  const unlisted = unlistedRoles ?? unlistedPermissions;
  const holders = useUnlisted('membership') ? null : people;
  const groups = useMemo(() => permissionGroups(permissions.rows ?? []), [permissions.rows]);
  const failure = permissions.failure ?? known.failure;
  if (failure) return <FailureState title={t('Roles cannot be shown')} failure={failure} />;
  if (!permissions.rows || known.pending) return <Skeleton m={16} height={12} width={320} />;
  if (unlisted) {
    const title = unlistedRoles ? t('Roles are not listed') : t('Permissions are not listed');
    return <FailureState title={title} failure={unlisted} />;
  }
  if (roles.length === 0 || (groups.length === 0 && noPermissions === null)) {
    return (
      <EmptyState
        icon={ShieldCheck}
        title={freshness?.asOf ? t('No roles') : t('No roles copied yet')}
        text={t(
          'A role is a set of permissions that members of an organization have. Roles appear here after the first sync.',
        )}
      />
    );
  }
  return (
    <ScreenLayout
      inspector={
        opened !== null &&
        (permissions.rows.some(({ id }) => id === opened) ? (
          <PermissionInspector key={opened} id={opened} onClose={() => select(null)} />
        ) : (
          <RoleInspector key={opened} id={opened} people={holders} onClose={() => select(null)} />
        ))
      }
    >
      <Toolbar
        label={t('Permissions')}
        end={(['role', 'permission'] as const).map((entity, place) => (
          <AbleButton
            key={entity}
            lack={lack}
            variant={place === 0 ? 'filled' : 'default'}
            leftSection={<Plus size={13} aria-hidden />}
            onClick={() => setCreating(entity)}
          >
            {t('New {one}…', { one: entityWords[entity].one })}
          </AbleButton>
        ))}
      >
        {chip}
        {noPermissions === null ? (
          <RowCount entity="permission" total={permissions.total} isLowerBound={false} />
        ) : (
          <RowCount entity="role" total={roles.length} isLowerBound={false} />
        )}
      </Toolbar>
      {noPermissions !== null && (
        <p className={classes.none}>
          {t(
            'The service has no list of permissions to grant from here: what each role may do is under Compare.',
          )}
        </p>
      )}
      <RoleMatrix roles={roles} groups={groups} people={holders} openId={opened} onOpen={select} />
      {creating && <CreateDialog entity={creating} opened onClose={() => setCreating(null)} />}
    </ScreenLayout>
  );
}
