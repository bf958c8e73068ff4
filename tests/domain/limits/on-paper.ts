import type { LimitName, LimitValue } from '@shared/domain/books/customer-plan';
import type { Agreed, CustomerLimitSource } from '@shared/domain/limits/effective';

interface OnPaper {
  readonly value: LimitValue | null;
  readonly source: CustomerLimitSource;
  readonly says: string;
}

/** As an amount: no limit is more than any, and what is not known is no amount. */
const amount = (value: LimitValue): number => (value === 'unlimited' ? Number.POSITIVE_INFINITY : value);

/** The limit that counts at one moment, as somebody would work it out on paper: by the plan's chain, its overrides and its promotions. */
export function onPaper({ plans, subscription, defaults }: Agreed, limit: LimitName, now: number): OnPaper {
  const chain: string[] = [];
  let next = subscription?.plan ?? '';
  while (plans.has(next) && !chain.includes(next)) {
    chain.push(next);
    next = plans.get(next)?.inherits ?? '';
  }
  const nearestFirst = chain.flatMap((id) => plans.get(id) ?? []);
  let counts: OnPaper = { value: defaults[limit] ?? null, source: 'default', says: '' };
  for (const { name, limits } of nearestFirst.toReversed())
    if (limits[limit] !== undefined) counts = { value: limits[limit], source: 'plan', says: name };
  for (const each of subscription?.overrides ?? [])
    if (each.limit === limit && (each.until === null || each.until > now))
      counts = { value: each.value, source: 'override', says: each.reason };
  for (const { name, promotions } of nearestFirst)
    for (const each of promotions) {
      const runs = each.limit === limit && each.from <= now && each.until > now;
      // Of what is not known only no limit at all is surely more.
      const than = counts.value === null ? 1e12 : amount(counts.value);
      if (runs && amount(each.value) > than)
        counts = { value: each.value, source: 'promotion', says: each.note || name };
    }
  return counts;
}
