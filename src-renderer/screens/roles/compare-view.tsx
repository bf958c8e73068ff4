import { NativeSelect, Skeleton, Switch } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { useWholeList } from '@renderer/bridge/use-list';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useUnlisted } from '@renderer/state/left-out-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { go, setParams, useRoute } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { FailureState } from '@renderer/ui/layout/failure-state';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import type { Role } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Check, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { compareRoles } from './compare-roles';
import classes from './compare-view.module.css';

/** Two roles side by side: what one may and the other may not, and who has each. Which ones, and whether all is shown, is in the route. */
export function CompareView({ chip }: { readonly chip: ReactNode }) {
  const params = useRoute(({ route }) => route.params);
  const { roles, pending, failure } = useRoles();
  const permissions = useWholeList('permission', { sort: { field: 'key', direction: 'asc' } });
  const people = useAnswer('peopleByRole', useScoped(), useDataVersion());
  const unknown = useUnlisted('membership') !== null;
  const one = roles.find(({ key }) => key === params.one) ?? roles[0];
  const other =
    roles.find(({ key }) => key === params.other && key !== one?.key) ?? roles.find((role) => role !== one);
  const all = params.all === 'yes';
  if (failure) return <FailureState title={t('Roles cannot be shown')} failure={failure} />;
  if (pending) return <Skeleton m={16} height={12} width={320} />;
  if (!one || !other)
    return (
      <ScreenLayout>
        <Toolbar label={t('Roles to compare')}>{chip}</Toolbar>
        <EmptyState
          icon={Scale}
          title={t('Nothing to compare')}
          text={t('There must be two roles at least. They appear here after the first sync.')}
        />
      </ScreenLayout>
    );
  const { rows, counts } = compareRoles(one, other, permissions.rows ?? []);
  const shown = all ? rows : rows.filter(({ holds }) => holds !== 'both');
  const held = ({ key }: Role): string => {
    if (unknown || !people) return t('Who holds it');
    return t('{count, plural, one {# person} other {# people}}', {
      count: people.find(({ value }) => value === key)?.count ?? 0,
    });
  };
  return (
    <ScreenLayout>
      <Toolbar
        label={t('Roles to compare')}
        end={
          <Switch
            label={t('What both hold, too')}
            checked={all}
            onChange={(event) => setParams({ all: event.currentTarget.checked ? 'yes' : '' })}
          />
        }
      >
        {chip}
        <span role="status">
          {t('{differences, plural, one {# difference} other {# differences}}, {common, number} in common', {
            differences: counts.one + counts.other,
            common: counts.both,
          })}
        </span>
      </Toolbar>
      <ScrollBody label={t('Two roles')}>
        <table
          className={classes.table}
          aria-label={t('{one} and {other}', { one: one.name, other: other.name })}
        >
          <thead>
            <tr>
              <th scope="col">{t('Permission')}</th>
              {(
                [
                  ['one', one],
                  ['other', other],
                ] as const
              ).map(([param, role]) => (
                <th key={param} scope="col">
                  <NativeSelect
                    aria-label={param === 'one' ? t('One role') : t('The other role')}
                    data={roles.map(({ key, name }) => ({ value: key, label: name }))}
                    value={role.key}
                    onChange={(event) => setParams({ [param]: event.currentTarget.value })}
                  />
                  <LinkButton onClick={() => go('memberships', { params: { role: role.key } })}>
                    {held(role)}
                  </LinkButton>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ permission, holds }) => (
              <tr key={permission.key} data-differs={holds !== 'both' || undefined}>
                <th scope="row" title={permission.description}>
                  {permission.name}{' '}
                  {permission.name !== permission.key && (
                    <span className={classes.key}>{permission.key}</span>
                  )}
                </th>
                {(['one', 'other'] as const).map((side) => (
                  <td key={side}>
                    {holds === 'both' || holds === side ? (
                      <Holds />
                    ) : (
                      <span className="visually-hidden">{t('no')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={3}>{t('They may do the same.')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollBody>
    </ScreenLayout>
  );
}

function Holds() {
  return (
    <>
      <Check size={13} strokeWidth={2.5} aria-hidden />
      <span className="visually-hidden">{t('yes')}</span>
    </>
  );
}
