import { NativeSelect, TextInput } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { useBook } from '@renderer/bridge/use-book';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { dayStart, dayText } from '@renderer/ui/format/day';
import type { PlanChange } from '@shared/domain/limits/simulate';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { inSense, t } from '@shared/language/t';
import { useState } from 'react';
import { OutcomeList } from './outcome-list';

interface GivePlanDialogProps {
  readonly rows: readonly StoredRecord<'application'>[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** No id of a plan: those begin with a letter or a digit. */
const noPlan = '-';

/** Gives customers a plan, or takes it from them, after it was said who would be over by that; what was agreed with each alone stays. */
export function GivePlanDialog({ rows, onClose, onDone }: GivePlanDialogProps) {
  const { busy, failures, keep } = useKeep();
  const plans = useBook('customerPlan') ?? [];
  const known = useBook('customerSubscription');
  const held = new Map(known?.map((entry) => [entry.id, entry]));
  const [chosen, setChosen] = useState('');
  const [since, setSince] = useState(dayText(Date.now()));
  const [why, setWhy] = useState('');
  const plan = plans.find(({ id }) => id === chosen);
  const none = chosen === noPlan;
  const customers = rows.map(({ id }) => id);
  const start = dayStart(since);
  const save = async (): Promise<void> => {
    const put = customers.map((id) => ({
      id,
      value: {
        plan: none ? '' : chosen,
        since: start,
        overrides: [...(held.get(id)?.value.overrides ?? [])],
      },
      base: held.get(id)?.at ?? null,
    }));
    const done = t('Kept: {name} for {count, plural, one {# customer} other {# customers}}', {
      name: plan?.value.name ?? t('No plan'),
      count: put.length,
    });
    if (!(await keep({ book: 'customerSubscription', put, why }, done))) return;
    onDone();
    onClose();
  };
  return (
    <StageDialog
      opened
      wide
      title={
        rows.length === 1
          ? t('Give {name} a plan', { name: rows[0]?.name ?? '' })
          : t('Give {count, plural, one {# customer} other {# customers}} a plan', { count: rows.length })
      }
      verb={inSense('book', 'Keep')}
      ready={(plan !== undefined || none) && known !== undefined && !Number.isNaN(start)}
      staging={{ busy, failures }}
      onSubmit={save}
      onClose={onClose}
    >
      <NativeSelect
        label={t('Plan')}
        data-autofocus
        description={plans.length === 0 ? t('Make one first, under Plans.') : undefined}
        value={chosen}
        data={[
          { value: '', label: t('Choose…') },
          { value: noPlan, label: t('No plan') },
          ...plans.map(({ id, value }) => ({ value: id, label: value.name })),
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <TextInput
        label={t('Since')}
        type="date"
        value={since}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      <TextInput
        label={t('Why')}
        description={t('For the book’s past')}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {plan && <Outcome customers={customers} plan={plan.id} />}
    </StageDialog>
  );
}

function Outcome({ customers, plan }: { readonly customers: readonly string[]; readonly plan: string }) {
  const change: PlanChange = { kind: 'move', customers: [...customers], plan };
  const outcomes = useAnswer('simulateLimits', { change }, '');
  return outcomes && <OutcomeList outcomes={outcomes} />;
}
