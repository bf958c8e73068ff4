import type { EntityName } from '@shared/domain/entity';
import type { Filter, FilterOp } from '@shared/domain/filter/condition';
import { queryField } from '@shared/domain/query-field';
import { t } from '@shared/language/t';
import type { How } from './filter-fields';

/** What is asked of a field; whether there is anything stands as two. */
export type Asks = Exclude<FilterOp, 'set'> | 'exists' | 'absent';

/** What stands behind the operator. */
export type Takes = 'one' | 'several' | 'two' | 'span' | 'nothing';

interface OpWords {
  readonly asks: Asks;
  readonly label: string;
  readonly takes: Takes;
}

const op = (asks: Asks, label: string, takes: Takes = 'one'): OpWords => ({ asks, label, takes });
const filled = [op('absent', t('is empty'), 'nothing'), op('exists', t('is not empty'), 'nothing')];
const there = [op('exists', t('is there'), 'nothing'), op('absent', t('is missing'), 'nothing')];

/** Operators of each kind of field, the most asked first. */
export const opsOf: Readonly<Record<How, readonly OpWords[]>> = {
  text: [
    op('contains', t('contains')),
    op('eq', t('is')),
    op('ne', t('is not')),
    op('in', t('is any of'), 'several'),
    op('nin', t('is none of'), 'several'),
    ...filled,
  ],
  number: [
    op('gte', t('is at least')),
    op('lte', t('is at most')),
    op('between', t('is between'), 'two'),
    op('eq', t('is')),
    op('ne', t('is not')),
  ],
  time: [
    op('last', t('in the last'), 'span'),
    op('notLast', t('not in the last'), 'span'),
    op('next', t('in the next'), 'span'),
    op('gte', t('on or after')),
    op('lt', t('before, or never')),
    op('between', t('between'), 'two'),
    op('exists', t('is known'), 'nothing'),
    op('absent', t('is never'), 'nothing'),
  ],
  flag: [op('eq', t('is'))],
  choice: [op('in', t('is any of'), 'several'), op('nin', t('is none of'), 'several')],
  metadata: [
    op('eq', t('is')),
    op('ne', t('is not')),
    op('in', t('is any of'), 'several'),
    op('nin', t('is none of'), 'several'),
    op('contains', t('contains')),
    op('gte', t('is at least')),
    op('lte', t('is at most')),
    ...there,
  ],
};

/** Operators that no menu offers, out of a file or an address. */
const others: readonly OpWords[] = [
  op('gt', t('is more than')),
  op('lt', t('is less than')),
  ...Object.values(opsOf).flat(),
];

/** The operator of a field in words; one that its menu lacks as well. */
export const opWords = (how: How, asks: Asks): OpWords =>
  [...opsOf[how], ...others].find((each) => each.asks === asks) ?? op(asks, asks);

/** What a condition asks; of a text to be nothing is to be empty. */
export function asksOf(entity: EntityName, { field, op: asked, value }: Filter): Asks {
  if (asked === 'set') return value === true ? 'exists' : 'absent';
  const isBlank = value === '' && queryField(entity, field)?.kind === 'text';
  return isBlank && asked === 'eq' ? 'absent' : isBlank && asked === 'ne' ? 'exists' : asked;
}
