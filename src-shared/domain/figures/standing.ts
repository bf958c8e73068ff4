/** Subscriptions that hold now: the newest of an organization's is its plan. Source: `CommerceSubscriptionItem.status` of the spec. */
export const standing = { field: 'status', values: ['active', 'past_due'] } as const;
