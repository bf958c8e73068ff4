import { SegmentedControl } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { MomentField } from '@renderer/screens/history/compare/moment-field';
import { defaultMoment } from '@renderer/screens/history/compare/moments';
import { useHistoryRange } from '@renderer/screens/history/use-history-range';
import { GrantSelect } from '@renderer/screens/shared/grant-select';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { setParams } from '@renderer/state/use-route';
import type { EntityName } from '@shared/domain/entity';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { type AccessParams, type AccessTab, setMoment } from './access-params';
import classes from './access-screen.module.css';

/** What each tab needs to be told. */
const asked: Readonly<Record<AccessTab, Readonly<Record<'person' | 'grant' | 'place', boolean>>>> = {
  why: { person: true, grant: true, place: true },
  what: { person: true, grant: false, place: false },
  who: { person: false, grant: true, place: true },
  difference: { person: true, grant: true, place: true },
  assertions: { person: false, grant: false, place: false },
};

/** What is asked: a person, a permission, an organization and a moment; each tab takes those that it needs. */
export function AccessQuestion({ params }: { readonly params: AccessParams }) {
  const { tab, person, org } = params;
  const asks = asked[tab];
  return (
    <search className={classes.question} aria-label={t('What is asked')}>
      {asks.person && <Picked entity="user" label={t('Person')} param="person" id={person} />}
      {asks.grant && (
        <div className={classes.field}>
          <GrantSelect
            permission={params.permission}
            role={tab === 'who' ? params.role : ''}
            withRoles={tab === 'who'}
            onChange={setParams}
          />
        </div>
      )}
      {asks.place && <Picked entity="organization" label={t('Organization')} param="org" id={org} />}
      <MomentChoice params={params} />
    </search>
  );
}

interface PickedProps {
  readonly entity: EntityName;
  readonly label: string;
  readonly param: string;
  /** '' for none. */
  readonly id: string;
}

function Picked({ entity, label, param, id }: PickedProps) {
  const { record } = useRecord(entity, id === '' ? null : id);
  const called = record && record.id === id ? { called: labelOf(entity, record, '') } : {};
  return (
    <div className={classes.field}>
      <RecordSelect
        entity={entity}
        label={label}
        required={false}
        value={id === '' ? null : id}
        {...called}
        onChange={(next) => setParams({ [param]: next ?? '' })}
      />
    </div>
  );
}

/** Now, after reconcile, or a past moment, as far back as the copy knows. */
function MomentChoice({ params: { tab, when } }: { readonly params: AccessParams }) {
  const { range } = useHistoryRange();
  const past = range !== undefined && range.from > 0 ? range : null;
  const difference = tab === 'difference';
  const choices = [
    { value: 'now', label: difference ? t('Now → after reconcile') : t('Now') },
    ...(difference ? [] : [{ value: 'after', label: t('After reconcile') }]),
    { value: 'at', label: difference ? t('Past → now') : t('As of'), disabled: past === null },
  ];
  const chosen = difference && when.kind === 'after' ? 'now' : when.kind;
  return (
    <div className={classes.moment}>
      <SegmentedControl
        size="xs"
        withItemsBorders={false}
        aria-label={t('Moment')}
        data={choices}
        value={chosen}
        onChange={(kind) => {
          if (kind === 'at' && past !== null) setMoment({ kind, at: defaultMoment(past.from, past.to) });
          else setMoment({ kind: kind === 'after' ? 'after' : 'now' });
        }}
      />
      {when.kind === 'at' && past !== null && (
        <MomentField
          label={t('As of')}
          at={when.at}
          range={past}
          onChange={(at) => setMoment({ kind: 'at', at })}
        />
      )}
    </div>
  );
}
