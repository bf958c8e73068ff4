import type { CustomerFacts } from '@shared/domain/limits/customer';

/** A customer with so many members in each organization; null where nothing was counted. */
export const facts = (id: string, members: readonly number[] | null, more: Partial<CustomerFacts> = {}) => ({
  id,
  name: id.toUpperCase(),
  config: {},
  server: {},
  domains: { held: 2, isAll: true },
  counted:
    members === null
      ? undefined
      : {
          at: 1,
          people: 10,
          organizations: members.length,
          members: [...members],
          pending: [],
          templates: 0,
        },
  sent: {},
  ...more,
});
