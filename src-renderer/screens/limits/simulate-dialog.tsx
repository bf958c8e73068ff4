import { NativeSelect, TextInput } from '@mantine/core';
import { useFacets } from '@renderer/bridge/use-facets';
import { parseField } from '@renderer/fields/field-input';
import { kindText } from '@renderer/fields/field-text';
import { updatesOf } from '@renderer/screens/kit/drafts-of';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { replacedValue } from '@renderer/state/server-value';
import { useScoped } from '@renderer/state/use-scope';
import { type NamedFigure, NamedFigures } from '@renderer/ui/list/named-figures';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { type Simulation, simulateSeats } from '@shared/domain/figures/simulate-seats';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './simulate-dialog.module.css';
import { useOrganizationsWith } from './use-organizations-with';

interface SimulateDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const field = 'maxAllowedMemberships';

/** What another seat limit would come to for every organization in the scope that has one, before anything is staged. */
export function SimulateDialog({ opened, onClose }: SimulateDialogProps) {
  return opened ? <Simulator onClose={onClose} /> : null;
}

function Simulator({ onClose }: { readonly onClose: () => void }) {
  const staging = useStaging();
  const scoped = useScoped();
  const limits = useFacets({ entity: 'organization', ...scoped }, field, '').toSorted(
    (a, b) => Number(a.value) - Number(b.value),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const from = chosen ?? String(limits[0]?.value ?? '');
  const { rows, failure } = useOrganizationsWith(from === '' ? null : Number(from));
  const parsed = parseField('organization', field, text);
  const to = parsed.ok && typeof parsed.value === 'number' && text.trim() !== '' ? parsed.value : null;
  // A limit below the members is refused: they would have to go first.
  const fits = ({ membersCount }: { readonly membersCount: number }): boolean =>
    to === 0 || (to !== null && membersCount <= to);
  const staged = (rows ?? []).filter((row) => replacedValue(row, field) !== undefined).length;
  const changing = to !== Number(from) ? (rows ?? []).filter(fits) : [];
  const submit = async (): Promise<void> => {
    const outcome = await staging.stage({
      drafts: updatesOf('organization', changing, field, to),
      names: changing.map(({ name }) => name),
      done: (count) =>
        t('Staged. Seats of {count, plural, one {# organization} other {# organizations}}', { count }),
    });
    if (outcome && outcome.rejected.length === 0) onClose();
  };
  return (
    <StageDialog
      opened
      wide
      title={t('Simulate a limit')}
      verb={
        changing.length === 0
          ? t('Nothing to stage')
          : t('Stage {count, plural, one {# change} other {# changes}}', { count: changing.length })
      }
      ready={changing.length > 0}
      staging={staging}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes.limits}>
        <NativeSelect
          label={t('Organizations with the limit')}
          data={limits.map(({ value, count }) => ({
            value: String(value),
            label: `${kindText('seats', Number(value))} · ${organizations(count)}`,
          }))}
          value={from}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <TextInput
          label={t('Limit instead')}
          inputMode="numeric"
          data-autofocus
          value={text}
          error={parsed.ok ? undefined : parsed.error.message}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {staged > 0 && (
        <p className={classes.more}>
          {t(
            '{staged, plural, one {# organization has} other {# organizations have}} this limit staged only: the service still holds another one.',
            { staged },
          )}
        </p>
      )}
      {failure !== null && <InlineFailure failure={failure} />}
      {to !== null && rows !== null && <Outcome found={simulateSeats(rows, to)} of={rows.length} />}
    </StageDialog>
  );
}

const figuresOf = ({
  id,
  name,
  membersCount,
  withoutSeat,
  unmet,
}: Simulation['over'][number]): NamedFigure => ({
  id,
  name,
  figures: [
    t('{members, plural, one {# member} other {# members}}', { members: membersCount }),
    withoutSeat > 0 && `, ${t('{count, number} too many', { count: withoutSeat })}`,
    unmet > 0 && `; ${t('{unmet, plural, one {# invitation} other {# invitations}} unmet', { unmet })}`,
  ]
    .filter(Boolean)
    .join(''),
});

const organizations = (count: number): string =>
  t('{count, plural, one {# organization} other {# organizations}}', { count });

/** Organizations named at most; the rest are counted. */
const named = 50;

function Outcome({ found, of }: { readonly found: Simulation; readonly of: number }) {
  const { over, withoutSeat, unmet } = found;
  if (over.length === 0)
    return (
      <p className={classes.summary}>
        {t('Everybody keeps a seat in {of, plural, one {# organization} other {# organizations}}.', { of })}
      </p>
    );
  const kept = over.filter((each) => each.withoutSeat > 0).length;
  const people = t('{withoutSeat, plural, one {# membership has} other {# memberships have}} no seat', {
    withoutSeat,
  });
  const invited = t('{unmet, plural, one {# invitation} other {# invitations}} cannot be accepted', {
    unmet,
  });
  return (
    <>
      <p className={classes.summary}>
        {t('{over, plural, one {# of {all} is} other {# of {all} are}} over: {people}, {invited}.', {
          over: over.length,
          all: organizations(of),
          people,
          invited,
        })}
      </p>
      <div className={classes.list}>
        <NamedFigures rows={over.slice(0, named).map(figuresOf)} />
      </div>
      {over.length > named && (
        <p className={classes.more}>{t('and {count, number} more', { count: over.length - named })}</p>
      )}
      {kept > 0 && (
        <p className={classes.more}>
          {t(
            '{kept, plural, one {# organization with more members than that keeps its limit} other {# organizations with more members than that keep their limit}} until members are removed; the others can be staged.',
            { kept },
          )}
        </p>
      )}
    </>
  );
}
