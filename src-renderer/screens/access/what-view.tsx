import { Skeleton } from '@mantine/core';
import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Place } from '@shared/contract/access';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { UserRoundSearch } from 'lucide-react';
import type { AccessParams } from './access-params';
import classes from './access-table.module.css';
import { roleFrom } from './role-from';

/** Everything that a person holds: organization, role, permissions; each permission asks why. */
export function WhatView({ params }: { readonly params: AccessParams }) {
  if (params.person === '')
    return (
      <EmptyState
        icon={UserRoundSearch}
        title={t('What can somebody do?')}
        text={t(
          'Choose a person above: their organizations, the role they have in each and where it comes from, and what it allows.',
        )}
      />
    );
  return <Places params={params} />;
}

function Places({ params: { person, when } }: { readonly params: AccessParams }) {
  const version = useDataVersion();
  const asked = { userId: RecordId.parse(person), blocked: true, when };
  const { value: found, failure } = useFittingAnswer('whatCan', asked, version);
  if (failure) return <InlineFailure failure={failure} />;
  if (found === undefined) return <Skeleton height={12} width="50%" />;
  if (found.person === null)
    return (
      <EmptyState
        icon={UserRoundSearch}
        title={t('Nobody then')}
        text={t('The service did not have this person at that moment.')}
      />
    );
  const barred = found.blockers.some(({ bars }) => bars);
  const hindered = found.blockers.map(({ text }) => text);
  const count = found.organizations.length;
  return (
    <>
      <p className={classes.head} role="status">
        {(barred
          ? [
              ...hindered,
              t(
                'They hold nothing; without that it would be {count, plural, one {# organization} other {# organizations}}.',
                { count },
              ),
            ]
          : [
              t('Member of {count, plural, one {# organization} other {# organizations}}.', { count }),
              ...hindered,
            ]
        ).join(' ')}
      </p>
      <table className={classes.table} aria-label={t('What {name} can do', { name: found.person.name })}>
        <thead>
          <tr>
            <th scope="col">{t('Organization')}</th>
            <th scope="col">{t('Role')}</th>
            <th scope="col">{t('Permissions')}</th>
          </tr>
        </thead>
        <tbody>
          {found.organizations.map((place) => (
            <PlaceRow key={place.membershipId} place={place} barred={barred} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function PlaceRow({ place, barred }: { readonly place: Place; readonly barred: boolean }) {
  const { organizationId, organizationName, roleName, path, permissions, blockers } = place;
  const own = blockers.map(({ text }) => text).join(' ');
  return (
    <tr data-barred={barred || undefined}>
      <td>
        <button
          type="button"
          className={classes.name}
          onClick={() => goToRecord({ entity: 'organization', recordId: organizationId, organizationId })}
        >
          {organizationName}
        </button>
        {own !== '' && <div className={classes.bars}>{own}</div>}
      </td>
      <td className={classes.role}>
        {roleName}
        <div className={classes.aside}>{roleFrom(path)}</div>
      </td>
      <td>
        <div className={classes.permissions}>
          {permissions.map((key) => (
            <button
              key={key}
              type="button"
              className={classes.permission}
              aria-label={t('Why {key} in {organizationName}', { key, organizationName })}
              onClick={() => setParams({ tab: '', org: organizationId, permission: key })}
            >
              {key}
            </button>
          ))}
          {permissions.length === 0 && <span className={classes.aside}>{t('None')}</span>}
        </div>
      </td>
    </tr>
  );
}
