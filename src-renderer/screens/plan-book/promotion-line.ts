import { dayStart, dayText } from '@renderer/ui/format/day';
import type { ValueOf } from '@shared/domain/books/books';
import type { LimitName } from '@shared/domain/books/customer-plan';
import { t } from '@shared/language/t';
import { parseLimit, typedLimit } from './limit-text';

type Promotion = ValueOf<'customerPlan'>['promotions'][number];

/** A promotion as it is typed. */
export interface PromotionLine {
  readonly key: string;
  readonly limit: LimitName;
  readonly value: string;
  readonly from: string;
  readonly until: string;
  readonly note: string;
  /** What it was; a day that is left as it is keeps its moment. */
  readonly kept?: Promotion;
}

export const promotionLines = (promotions: readonly Promotion[]): readonly PromotionLine[] =>
  promotions.map((kept, place) => ({
    key: `kept ${place}`,
    limit: kept.limit,
    value: typedLimit(kept.value),
    from: dayText(kept.from),
    until: dayText(kept.until),
    note: kept.note,
    kept,
  }));

/** When a line begins and ends; NaN where no day is chosen. */
function spanOf({ from, until, kept }: PromotionLine): readonly [number, number] {
  const moment = (text: string, before: number | undefined): number =>
    before !== undefined && dayText(before) === text ? before : dayStart(text);
  return [moment(from, kept?.from), moment(until, kept?.until)];
}

/** Why a line is none. */
export function promotionFault(line: PromotionLine): string | undefined {
  const [begins, ends] = spanOf(line);
  return begins >= ends ? t('A later day than “From”: it does not count any more.') : undefined;
}

/** What the lines come to; null while one of them is not whole. */
export function asPromotions(lines: readonly PromotionLine[]): readonly Promotion[] | null {
  const promotions = lines.flatMap((line) => {
    const { limit, value, note } = line;
    const typed = parseLimit(value);
    const [begins, ends] = spanOf(line);
    return typed.ok && typed.value !== null && begins < ends
      ? [{ limit, value: typed.value, from: begins, until: ends, note: note.trim() }]
      : [];
  });
  return promotions.length === lines.length ? promotions : null;
}
