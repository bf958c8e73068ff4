import { Button, Skeleton } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { useRemoval } from '@renderer/screens/shared/use-keep';
import { setParams } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { hidden } from '@renderer/ui/text/hidden';
import { rich } from '@renderer/ui/text/rich';
import type { Offender } from '@shared/domain/access/assertion';
import type { EntryOf } from '@shared/domain/books/books';
import { t } from '@shared/language/t';
import { CircleCheck, CircleHelp, CircleSlash, Plus, Scale } from 'lucide-react';
import { useState } from 'react';
import type { AccessParams } from './access-params';
import classes from './access-table.module.css';
import { AssertionDialog } from './assertion-dialog';
import { assertionText } from './assertion-text';
import { type Tried, useTried } from './use-tried';

/** Offenders named of one assertion. */
const named = 20;

/** What must be true of access: kept in the workspace, tried after each sweep, with who offends it. */
export function AssertionsView({ params }: { readonly params: AccessParams }) {
  const entries = useBook('accessAssertion');
  const { tried, triedAt } = useTried(params.when);
  const [making, setMaking] = useState(false);
  const add = (
    <Button variant="default" leftSection={<Plus size={13} aria-hidden />} onClick={() => setMaking(true)}>
      {t('New assertion…')}
    </Button>
  );
  return (
    <>
      {entries === undefined && <Skeleton height={12} width="50%" />}
      {entries?.length === 0 && (
        <EmptyState
          icon={Scale}
          title={t('What must always be true?')}
          text={t(
            'Such as: every organization has two admins; nobody outside acme.com manages billing. Assertions are kept in this workspace and tried after each sync.',
          )}
          actions={add}
        />
      )}
      {entries !== undefined && entries.length > 0 && (
        <>
          <table className={classes.table} aria-label={t('Assertions')}>
            <tbody>
              {entries.map((entry) => (
                <AssertionRow key={entry.id} entry={entry} tried={tried(entry.id)} />
              ))}
            </tbody>
          </table>
          <div className={classes.more}>
            {add}
            {triedAt > 0 && (
              <span className={classes.aside}>
                {rich('Tried {when}', { when: <RelativeTime at={triedAt} ago /> })}
              </span>
            )}
          </div>
        </>
      )}
      {making && <AssertionDialog onClose={() => setMaking(false)} />}
    </>
  );
}

interface AssertionRowProps {
  readonly entry: EntryOf<'accessAssertion'>;
  readonly tried: Tried;
}

function AssertionRow({ entry, tried: { verdict, failure } }: AssertionRowProps) {
  const { value } = entry;
  const remove = useRemoval();
  const rest = verdict === undefined ? 0 : verdict.offendersTotal - Math.min(named, verdict.offenders.length);
  return (
    <tr>
      <td className={classes.role}>
        {verdict === undefined ? (
          <span className={classes.verdict}>
            <CircleHelp size={14} aria-hidden />{' '}
            {failure === undefined ? t('Being tried') : t('Cannot be tried')}
          </span>
        ) : (
          <span className={classes.verdict} data-holds={verdict.holds}>
            {verdict.holds ? <CircleCheck size={14} aria-hidden /> : <CircleSlash size={14} aria-hidden />}
            {verdict.holds
              ? t('Holds')
              : t('{offendersTotal, number} against it', { offendersTotal: verdict.offendersTotal })}
          </span>
        )}
      </td>
      <td>
        {value.name}
        <div className={classes.aside}>{failure === undefined ? assertionText(value) : failure.message}</div>
        <div className={classes.permissions}>
          {verdict?.offenders.slice(0, named).map((offender) => (
            <OffenderLink
              key={`${offender.organizationId} ${offender.userId}`}
              offender={offender}
              permission={value.holding}
            />
          ))}
          {rest > 0 && (
            <span className={classes.aside}>{t('and {count, number} more', { count: rest })}</span>
          )}
        </div>
      </td>
      <td>
        <LinkButton
          onClick={() => void remove('accessAssertion', entry, t('Removed: {name}', { name: value.name }))}
        >
          {rich('Remove <hidden>{name}</hidden>', { name: value.name, hidden })}
        </LinkButton>
      </td>
    </tr>
  );
}

interface OffenderLinkProps {
  readonly offender: Offender;
  readonly permission: string;
}

/** A person leads to why they hold it, an organization to who holds it there. */
function OffenderLink({ offender, permission }: OffenderLinkProps) {
  const { userId, userName, organizationId, organizationName, count } = offender;
  const person = userId !== '';
  return (
    <button
      type="button"
      className={classes.permission}
      onClick={() =>
        setParams({ tab: person ? '' : 'who', person: userId, org: organizationId, permission, role: '' })
      }
    >
      {person
        ? t('{userName} in {organizationName}', { userName, organizationName })
        : `${organizationName} (${formatCount(count)})`}
    </button>
  );
}
