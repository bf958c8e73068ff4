import type { FilterOption } from '@renderer/ui/controls/filter-option';
import type { Condition } from '@shared/contract/page';
import { t } from '@shared/language/t';

const field = 'lastActiveAt';
const last = (value: string): Condition => ({ field, op: 'last', value });
const notLast = (value: string): Condition => ({ field, op: 'notLast', value });

/** How long ago people were last active. */
const spans: readonly (FilterOption & { readonly where: readonly Condition[] })[] = [
  { value: 'week', label: t('Last 7 days'), where: [last('7d')] },
  { value: 'month', label: t('8 to 30 days ago'), where: [last('30d'), notLast('7d')] },
  { value: 'quarter', label: t('31 to 90 days ago'), where: [last('90d'), notLast('30d')] },
  { value: 'older', label: t('Longer ago'), where: [notLast('90d'), { field, op: 'set', value: true }] },
  { value: 'never', label: t('Never'), where: [{ field, op: 'set', value: false }] },
];

export const activities: readonly FilterOption[] = spans.map(({ value, label }) => ({ value, label }));

/** Conditions of a span; told when it is asked. */
export const activeWithin = (chosen: string): readonly Condition[] =>
  spans.find(({ value }) => value === chosen)?.where ?? [];
