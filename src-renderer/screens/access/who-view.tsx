import { Button, Skeleton } from '@mantine/core';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { setParams } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { hidden } from '@renderer/ui/text/hidden';
import { rich } from '@renderer/ui/text/rich';
import type { Holder } from '@shared/contract/access';
import { t } from '@shared/language/t';
import { UsersRound } from 'lucide-react';
import type { AccessParams } from './access-params';
import classes from './access-table.module.css';
import { roleFrom } from './role-from';
import { useHolders } from './use-holders';

/** Everybody who holds a permission, has a role, or is in an organization; whom something bars stands among them, and says so. */
export function WhoView({ params }: { readonly params: AccessParams }) {
  if (params.permission === '' && params.role === '' && params.org === '')
    return (
      <EmptyState
        icon={UsersRound}
        title={t('Who can do it?')}
        text={t(
          'Choose a permission, a role or an organization above: everybody who holds it, how they come to it, and whom something bars.',
        )}
      />
    );
  return <Holders params={params} />;
}

function Holders({ params }: { readonly params: AccessParams }) {
  const { holders, total, more, failure } = useHolders(params);
  if (failure) return <InlineFailure failure={failure} />;
  if (holders === undefined) return <Skeleton height={12} width="50%" />;
  if (holders.length === 0)
    return (
      <EmptyState icon={UsersRound} title={t('Nobody')} text={t('Nobody holds it there at that moment.')} />
    );
  return (
    <>
      <p className={classes.head} role="status">
        {asked(params, total)}
      </p>
      <table className={classes.table} aria-label={t('Who holds it')}>
        <thead>
          <tr>
            <th scope="col">{t('Person')}</th>
            <th scope="col">{t('Organization')}</th>
            <th scope="col">{t('Role')}</th>
            <th scope="col">{t('In the way')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('More')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {holders.map((holder) => (
            <HolderRow key={holder.membershipId} holder={holder} permission={params.permission} />
          ))}
        </tbody>
      </table>
      {more && (
        <div className={classes.more}>
          <Button variant="default" onClick={more}>
            {t('Show more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** What the memberships have in common. */
function asked({ permission, role }: AccessParams, count: number): string {
  if (permission !== '')
    return t('{count, plural, one {# membership gives} other {# memberships give}} it.', { count });
  return role === ''
    ? t('{count, plural, one {# membership} other {# memberships}}.', { count })
    : t('{count, plural, one {# membership} other {# memberships}} with this role.', { count });
}

function HolderRow({ holder, permission }: { readonly holder: Holder; readonly permission: string }) {
  const { userId, userName, userEmail, organizationId, organizationName, roleName, path, blockers } = holder;
  const barred = blockers.some(({ bars }) => bars);
  return (
    <tr data-barred={barred || undefined}>
      <td>
        <button
          type="button"
          className={classes.name}
          onClick={() => goToRecord({ entity: 'user', recordId: userId, organizationId: '' })}
        >
          {userName}
        </button>
        <div className={classes.aside}>{userEmail}</div>
      </td>
      <td>{organizationName}</td>
      <td>
        {roleName}
        <div className={classes.aside}>{roleFrom(path)}</div>
      </td>
      <td className={classes.bars}>{blockers.map(({ text }) => text).join(' ') || '–'}</td>
      <td>
        <LinkButton
          onClick={() =>
            setParams({ tab: permission === '' ? 'what' : '', person: userId, org: organizationId, role: '' })
          }
        >
          {rich('Why <hidden>{userName} in {organizationName}</hidden>', {
            userName,
            organizationName,
            hidden,
          })}
        </LinkButton>
      </td>
    </tr>
  );
}
