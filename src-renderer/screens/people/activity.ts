import type { FilterOption } from '@renderer/ui/controls/filter-option';
import type { Filter } from '@shared/contract/page';

const day = 86_400_000;
const field = 'lastActiveAt';

/** How long ago people were last active: from the last of these days before now (exclusive of the smaller). */
const spans = [
  { value: 'week', label: 'Last 7 days', from: 7, to: 0 },
  { value: 'month', label: '8 to 30 days ago', from: 30, to: 7 },
  { value: 'quarter', label: '31 to 90 days ago', from: 90, to: 30 },
  { value: 'older', label: 'Longer ago', from: null, to: 90 },
] as const;

export const activities: readonly FilterOption[] = [...spans, { value: 'never', label: 'Never' }];

/** Conditions of a span, counted in whole days of UTC so that the same question stays the same all day. */
export function activeWithin(value: string | undefined, now: number): readonly Filter[] {
  if (value === 'never') return [{ field, op: 'eq', value: 0 }];
  const span = spans.find((candidate) => candidate.value === value);
  if (!span) return [];
  const tomorrow = Math.ceil(now / day) * day;
  const before: readonly Filter[] =
    span.to === 0 ? [] : [{ field, op: 'lt', value: tomorrow - span.to * day }];
  const after = span.from === null ? 1 : tomorrow - span.from * day;
  return [{ field, op: 'gte', value: after }, ...before];
}
