import type { JsonValue } from '@shared/domain/json';
import fc from 'fast-check';

export const fields = ['name', 'maxAllowedMemberships', 'branding.tagline', 'branding.primaryColor'] as const;
export type Field = (typeof fields)[number];

/** What one of two admins does; each works on a copy of their own, on two organizations. */
export type HistoryStep = { readonly admin: 0 | 1; readonly organization: 0 | 1 } & (
  | { readonly kind: 'sync' }
  | { readonly kind: 'edit'; readonly field: Field; readonly value: JsonValue }
  | { readonly kind: 'delete' }
  | { readonly kind: 'withdraw' }
  /** Plans on a fresh read, decides conflicts so, and applies. `lost`: the answers to writes are lost, and looked up. */
  | { readonly kind: 'reconcile'; readonly choose: 'none' | 'mine' | 'theirs'; readonly lost: boolean }
  /** By hand, on the service itself. */
  | { readonly kind: 'remote'; readonly field: Field; readonly value: JsonValue }
);

const valueFor = (field: Field): fc.Arbitrary<JsonValue> => {
  if (field === 'maxAllowedMemberships') return fc.integer({ min: 0, max: 4 });
  if (field === 'branding.primaryColor') return fc.constantFrom('', '#111111', '#222222', '#333333');
  return fc.constantFrom('Ant', 'Bee', 'Cat', 'Dog');
};
const change = fc
  .constantFrom(...fields)
  .chain((field) => valueFor(field).map((value) => ({ field, value })));
const who = fc.record({
  admin: fc.constantFrom(0 as const, 1 as const),
  organization: fc.constantFrom(0 as const, 1 as const),
});
const what = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'sync' as const }) },
  { weight: 14, arbitrary: change.map((made) => ({ kind: 'edit' as const, ...made })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'delete' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdraw' as const }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('reconcile' as const),
      choose: fc.constantFrom('none' as const, 'mine' as const, 'theirs' as const),
      lost: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: change.map((made) => ({ kind: 'remote' as const, ...made })) },
);

/** Histories of two admins and the service. */
export const histories: fc.Arbitrary<readonly HistoryStep[]> = fc.array(
  fc.tuple(who, what).map(([by, does]) => ({ ...by, ...does }) as HistoryStep),
  { minLength: 12, maxLength: 60, size: 'max' },
);
