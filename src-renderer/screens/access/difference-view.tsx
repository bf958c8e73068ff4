import { Skeleton } from '@mantine/core';
import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format/format-count';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Turn } from '@shared/contract/access';
import type { InputOf } from '@shared/contract/operations';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { GitCompareArrows } from 'lucide-react';
import type { AccessParams } from './access-params';
import classes from './access-table.module.css';

/** Who gains and who loses what: from now to after reconcile, or from a past moment to now. */
export function DifferenceView({ params }: { readonly params: AccessParams }) {
  const { person, permission, org } = params;
  if (person === '' && permission === '' && org === '')
    return (
      <EmptyState
        icon={GitCompareArrows}
        title={t('What changes?')}
        text={t(
          'Choose a person, a permission or an organization above: who gains and who loses what from one moment to the other.',
        )}
      />
    );
  return <Difference params={params} />;
}

function Difference({ params: { person, permission, org, when } }: { readonly params: AccessParams }) {
  const version = useDataVersion();
  const asked: InputOf<'accessDifference'> = {
    ...(person !== '' && { userId: RecordId.parse(person) }),
    ...(permission !== '' && { permissionKey: permission }),
    ...(org !== '' && { organizationId: org }),
    ...(when.kind === 'at'
      ? { from: when, to: { kind: 'now' } }
      : { from: { kind: 'now' }, to: { kind: 'after' } }),
  };
  const { value: found, failure } = useFittingAnswer('accessDifference', asked, version);
  if (failure) return <InlineFailure failure={failure} />;
  if (found === undefined) return <Skeleton height={12} width="50%" />;
  const { gained, lost, moved, gainedTotal, lostTotal, movedTotal } = found;
  if (gainedTotal + lostTotal + movedTotal === 0)
    return (
      <EmptyState
        icon={GitCompareArrows}
        title={t('No difference')}
        text={
          when.kind === 'at'
            ? t('Nobody gained or lost it since then.')
            : t('Nothing that is staged gives it to anybody, or takes it away.')
        }
      />
    );
  return (
    <div className={classes.halves} role="status">
      <Turns title={t('Gains')} turns={gained} total={gainedTotal} />
      <Turns title={t('Loses')} turns={lost} total={lostTotal} />
      {movedTotal > 0 && <Turns title={t('Changes role')} turns={moved} total={movedTotal} />}
    </div>
  );
}

interface TurnsProps {
  readonly title: string;
  readonly turns: readonly Turn[];
  readonly total: number;
}

function Turns({ title, turns, total }: TurnsProps) {
  const rest = total - turns.length;
  return (
    <Panel title={title} note={formatCount(total)}>
      {total === 0 && <p className={classes.head}>{t('Nobody.')}</p>}
      {total > 0 && (
        <table className={classes.table} aria-label={title}>
          <tbody>
            {turns.map((turn) => (
              <TurnRow key={`${turn.organizationId} ${turn.userId} ${turn.permissionKey}`} turn={turn} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className={classes.head}>{t('And {count, number} more.', { count: rest })}</p>}
    </Panel>
  );
}

function TurnRow({ turn }: { readonly turn: Turn }) {
  const {
    userId,
    userName,
    organizationId,
    organizationName,
    permissionKey,
    roleBefore,
    roleAfter,
    because,
  } = turn;
  const why = {
    tab: '',
    person: userId,
    org: organizationId,
    ...(permissionKey !== '' && { permission: permissionKey }),
  };
  const role =
    roleBefore === roleAfter ? roleAfter : `${roleBefore || t('no role')} → ${roleAfter || t('no role')}`;
  return (
    <tr>
      <td>
        <button type="button" className={classes.name} onClick={() => setParams(why)}>
          {userName}
        </button>
        <div className={classes.aside}>{organizationName}</div>
      </td>
      <td>
        {permissionKey || '–'}
        <div className={classes.aside}>{role}</div>
        {because !== '' && <div className={classes.aside}>{because}</div>}
      </td>
    </tr>
  );
}
