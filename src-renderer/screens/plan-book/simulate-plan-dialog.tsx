import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useAnswer } from '@renderer/bridge/use-answer';
import { useBook } from '@renderer/bridge/use-book';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { LimitName, limitNames } from '@shared/domain/books/customer-plan';
import type { PlanChange } from '@shared/domain/limits/simulate';
import { limitWords } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import { useEffect, useState } from 'react';
import { parseLimit, valueText } from './limit-text';
import { OutcomeList } from './outcome-list';
import classes from './simulate-plan-dialog.module.css';

/** So long nothing is typed before it is asked, ms: the answer goes over the whole fleet. */
const restMs = 200;

/** What another limit of a plan, or another plan for all that have one, would come to over the fleet; kept only when asked. */
export function SimulatePlanDialog({ onClose }: { readonly onClose: () => void }) {
  const { busy, failures, keep } = useKeep();
  const plans = useBook('customerPlan') ?? [];
  const subscriptions = useBook('customerSubscription') ?? [];
  const [planId, setPlanId] = useState('');
  const [what, setWhat] = useState<string>('seats');
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const plan = plans.find(({ id }) => id === planId) ?? plans[0];
  const limit = LimitName.safeParse(what).data;
  const typed = parseLimit(text);
  const movers = subscriptions.filter(({ value }) => value.plan === plan?.id);
  const change = ((): PlanChange | null => {
    if (plan === undefined) return null;
    if (limit === undefined)
      return to === '' ? null : { kind: 'move', customers: movers.map(({ id }) => id), plan: to };
    return text.trim() === '' || !typed.ok
      ? null
      : { kind: 'limit', plan: plan.id, limit, value: typed.value };
  })();
  const asked = JSON.stringify(change);
  const [rested] = useDebouncedValue(asked, restMs);
  const [shown, setShown] = useState('');
  const isShown = change !== null && shown === asked && rested === asked;
  const save = async (): Promise<void> => {
    if (change === null || plan === undefined) return;
    const kept =
      change.kind === 'move'
        ? await keep(
            {
              book: 'customerSubscription',
              put: movers.map(({ id, at, value }) => ({
                id,
                value: { ...value, plan: change.plan },
                base: at,
              })),
            },
            t('Kept: Their plan is another one'),
          )
        : await keep(
            {
              book: 'customerPlan',
              put: [
                {
                  id: plan.id,
                  base: plan.at,
                  value: { ...plan.value, limits: { ...plan.value.limits, [change.limit]: change.value } },
                },
              ],
            },
            t('Kept: {name}', { name: plan.value.name }),
          );
    if (kept) onClose();
  };
  return (
    <StageDialog
      opened
      wide
      title={t('Simulate a change of plans')}
      verb={limit === undefined ? t('Keep this plan for them') : t('Keep this limit')}
      ready={isShown && (limit !== undefined || movers.length > 0)}
      staging={{ busy, failures }}
      onSubmit={save}
      onClose={onClose}
    >
      <div className={classes.choice}>
        <NativeSelect
          label={t('Plan')}
          value={plan?.id ?? ''}
          data={plans.map(({ id, value }) => ({ value: id, label: value.name }))}
          onChange={(event) => setPlanId(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('What changes')}
          value={what}
          data={[
            ...limitNames.map((each) => ({ value: each, label: limitWords[each].label })),
            { value: 'move', label: t('All its customers go to') },
          ]}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        {limit === undefined ? (
          <NativeSelect
            label={t('Plan instead')}
            value={to}
            data={[
              { value: '', label: t('Choose…') },
              ...plans
                .filter(({ id }) => id !== plan?.id)
                .map(({ id, value }) => ({ value: id, label: value.name })),
            ]}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            label={t('Limit instead')}
            data-autofocus
            placeholder={valueText(plan?.value.limits[limit] ?? null)}
            value={text}
            error={typed.ok ? undefined : typed.error.message}
            // It tries out; what is for the whole fleet is kept by its button alone.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
      {change && rested === asked && <Outcome key={asked} change={change} onShown={() => setShown(asked)} />}
    </StageDialog>
  );
}

interface OutcomeProps {
  readonly change: PlanChange;
  readonly onShown: () => void;
}

/** Of one change; another one is another outcome, so that none is shown beside what it is not the answer to. */
function Outcome({ change, onShown }: OutcomeProps) {
  const outcomes = useAnswer('simulateLimits', { change }, '');
  const isShown = outcomes !== undefined;
  useEffect(() => {
    if (isShown) onShown();
  }, [isShown, onShown]);
  return outcomes && <OutcomeList outcomes={outcomes} />;
}
