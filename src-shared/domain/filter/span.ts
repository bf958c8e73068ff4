import type { EntityName } from '../entity';
import { fieldAt } from '../records/fields-of';
import { type Condition, type Filter, grouped, groupOf } from './condition';

const units = { h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const minute = 60_000;

/** `90d`, `12h`, `2w` in ms; null for no span. */
export function spanOf(text: string): number | null {
  const [, count = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  return count === '' || Number(count) === 0 ? null : Number(count) * units[unit as keyof typeof units];
}

/**
 * Conditions with the times that spans mean at a moment (ms): `last` from so long ago until now, `notLast` anything else (never, too), `next` from
 * now for so long. By whole minutes, so that pages of one list ask the same. A time of 0 is none.
 */
export function atMoment(entity: EntityName, where: readonly Condition[], now: number): Condition[] {
  return where.map((condition) => {
    const group = groupOf(condition);
    return group === null
      ? momentary(entity, condition as Filter, now)
      : grouped(group.by, atMoment(entity, group.of, now));
  });
}

function momentary(entity: EntityName, filter: Filter, now: number): Condition {
  const { field, op, value } = filter;
  if (op === 'set' && fieldAt(entity, field)?.kind === 'time') {
    const known: Filter = { field, op: 'gt', value: 0 };
    return value === true ? known : { none: [known] };
  }
  const span = spanOf(String(value));
  if ((op !== 'last' && op !== 'notLast' && op !== 'next') || span === null) return filter;
  const [begun, ended] = [Math.floor(now / minute) * minute, Math.ceil(now / minute) * minute];
  if (op === 'next') return { field, op: 'between', value: [begun, begun + span] };
  const within: Filter = { field, op: 'between', value: [ended - span, ended] };
  return op === 'last' ? within : { none: [within] };
}
