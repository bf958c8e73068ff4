import { dayWords } from '@renderer/ui/format/day';
import { formatCount, parseCount } from '@renderer/ui/format/format-count';
import { failure, type Result, success } from '@shared/contract/failure';
import type { LimitValue } from '@shared/domain/books/customer-plan';
import { type LimitRow, sourceWords } from '@shared/domain/limits/customer';
import { isUnlimited } from '@shared/domain/limits/is-unlimited';
import { t } from '@shared/language/t';

/** `20`, `unlimited`, `not known`. */
export const valueText = (value: LimitValue | null): string =>
  value === null ? t('not known') : value === 'unlimited' ? t('unlimited') : formatCount(value);

/** The same of a number as the service has it, to which 0 is no limit. */
export const heldText = (held: number | null): string => valueText(held === 0 ? 'unlimited' : held);

/** `12/20`, `≥ 12/20` where there may be more. */
export function usageText({ used, atLeast, value }: Pick<LimitRow, 'used' | 'atLeast' | 'value'>): string {
  const counted = used !== null ? formatCount(used) : atLeast > 0 ? `≥ ${formatCount(atLeast)}` : '?';
  return `${counted}/${value === 'unlimited' ? '∞' : value === null ? '?' : formatCount(value)}`;
}

/** Where a limit comes from and what comes after it, as one line. */
export function whyText(row: LimitRow): string {
  const next =
    row.next === null
      ? []
      : [t('from {day} {value}', { day: dayWords(row.next.at), value: valueText(row.next.value) })];
  const used =
    row.used !== null
      ? t('{used, number} used', { used: row.used })
      : row.atLeast > 0
        ? t('{used, number} used or more: not all are known', { used: row.atLeast })
        : t('usage not counted');
  return [`${valueText(row.value)} (${sourceWords(row)}), ${used}`, ...next].join('; ');
}

/** A limit as it stands in a field, where it can be typed. */
export const typedLimit = (value: LimitValue): string =>
  value === 'unlimited' ? t('unlimited') : String(value);

/** A limit as it is typed: a number, "unlimited", or nothing for what is inherited. */
export function parseLimit(text: string): Result<LimitValue | null> {
  const typed = text.trim().toLowerCase();
  if (typed === '') return success(null);
  if (isUnlimited(typed)) return success('unlimited');
  const count = parseCount(typed);
  return count !== null && count < 1e9
    ? success(count)
    : failure('invalid-input', t('A whole number, or “unlimited”.'), t('Correct it.'));
}
