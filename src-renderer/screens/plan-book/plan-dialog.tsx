import { NativeSelect, TextInput } from '@mantine/core';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { NameField } from '@renderer/ui/controls/name-field';
import { slugOf } from '@renderer/ui/format/slug-of';
import type { EntryOf } from '@shared/domain/books/books';
import { chainOf, type LimitName, type LimitValue, limitNames } from '@shared/domain/books/customer-plan';
import { limitWords } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { parseLimit, typedLimit, valueText } from './limit-text';
import classes from './plan-dialog.module.css';
import { asPromotions, type PromotionLine, promotionLines } from './promotion-line';
import { PromotionLines } from './promotion-lines';

export type Plan = EntryOf<'customerPlan'>;

interface PlanDialogProps {
  /** Null makes a new one. */
  readonly plan: Plan | null;
  readonly plans: readonly Plan[];
  readonly onClose: () => void;
}

/** A plan: its name, what it inherits from, its own limits, and what it gives for a time. */
export function PlanDialog({ plan, plans, onClose }: PlanDialogProps) {
  const { busy, failures, keep } = useKeep();
  const [name, setName] = useState(plan?.value.name ?? '');
  const [inherits, setInherits] = useState(plan?.value.inherits ?? '');
  const [texts, setTexts] = useState(() => textsOf(plan));
  const [lines, setLines] = useState<readonly PromotionLine[]>(() =>
    promotionLines(plan?.value.promotions ?? []),
  );
  const parsed = new Map(limitNames.map((limit) => [limit, parseLimit(texts[limit] ?? '')]));
  const limits: Partial<Record<LimitName, LimitValue>> = {};
  for (const [limit, typed] of parsed) if (typed.ok && typed.value !== null) limits[limit] = typed.value;
  const promotions = asPromotions(lines);
  const ready = name.trim() !== '' && promotions !== null && [...parsed.values()].every(({ ok }) => ok);
  const values = new Map(plans.map(({ id, value }) => [id, value]));
  const inherited = (limit: LimitName): string => {
    const from = chainOf(values, inherits).find((id) => values.get(id)?.limits[limit] !== undefined);
    return from === undefined ? t('not limited') : valueText(values.get(from)?.limits[limit] ?? null);
  };
  const save = async (): Promise<void> => {
    if (promotions === null) return;
    const id = plan?.id ?? newId(name, plans);
    const value = { name: name.trim(), inherits, limits, promotions: [...promotions] };
    if (
      await keep(
        { book: 'customerPlan', put: [{ id, value, base: plan?.at ?? null }] },
        t('Kept: {name}', { name: value.name }),
      )
    )
      onClose();
  };
  return (
    <StageDialog
      opened
      wide
      title={plan === null ? t('New plan') : t('Edit {name}', { name: plan.value.name })}
      verb={plan === null ? t('Make plan') : t('Keep plan')}
      ready={ready}
      staging={{ busy, failures }}
      onSubmit={save}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <NameField placeholder={t('Pro')} value={name} onChange={setName} />
        <NativeSelect
          label={t('Inherits from')}
          value={inherits}
          data={[
            { value: '', label: t('Nothing') },
            ...plans
              .filter(({ id }) => id !== plan?.id)
              .map(({ id, value }) => ({ value: id, label: value.name })),
          ]}
          onChange={(event) => setInherits(event.currentTarget.value)}
        />
      </div>
      <fieldset className={classes.limits}>
        <legend className={classes.legend}>
          {t('Limits: a number or “unlimited”; empty is as inherited')}
        </legend>
        {limitNames.map((limit) => {
          const typed = parsed.get(limit);
          return (
            <TextInput
              key={limit}
              label={limitWords[limit].label}
              placeholder={inherited(limit)}
              value={texts[limit] ?? ''}
              error={typed?.ok === false ? typed.error.message : undefined}
              onChange={({ currentTarget: { value } }) => setTexts({ ...texts, [limit]: value })}
            />
          );
        })}
      </fieldset>
      <PromotionLines lines={lines} onChange={setLines} />
    </StageDialog>
  );
}

const textsOf = (plan: Plan | null): Readonly<Partial<Record<LimitName, string>>> =>
  Object.fromEntries(
    Object.entries(plan?.value.limits ?? {}).map(([limit, value]) => [limit, typedLimit(value)]),
  );

/** Of its name, so that files that name it can be read. */
function newId(name: string, plans: readonly Plan[]): string {
  const base = slugOf(name).slice(0, 80) || 'plan';
  const taken = new Set(plans.map(({ id }) => id));
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}
