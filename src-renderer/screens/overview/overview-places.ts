import type { Params } from '@renderer/screens/kit/record-filter';
import type { Ending } from '@shared/contract/overview';
import { endDays } from '@shared/contract/overview';
import type { Filter, PageRequest } from '@shared/contract/page';
import { ScreenName } from '@shared/contract/screens';
import { modelOf } from '@shared/domain/entity';
import { filterText } from '@shared/domain/filter/filter-text';

/** Where the rows of a figure are: `tests/engine/overview-places.test.ts` holds that they are as many. */
export interface Place {
  readonly screen: ScreenName;
  readonly params: Params;
}

/** How people sign in and who cannot, by the bar of that. */
export const accessPlaces: Readonly<Record<string, Params>> = {
  on: { mfa: 'on' },
  off: { mfa: 'off' },
  banned: { access: 'banned' },
  locked: { access: 'locked' },
  deprovisioned: { access: 'deprovisioned' },
};

/** People in no organization. */
export const noOrganization: { readonly counted: PageRequest; readonly place: Place } = {
  counted: { entity: 'user', where: [{ field: 'organizations', op: 'eq', value: 0 }] },
  place: { screen: 'people', params: { in: 'none' } },
};

const closeLevels: readonly Filter[] = [{ field: 'seatsLevel', op: 'in', value: ['over', 'full', 'near'] }];

/** Organizations that are full, over or close to their seats. */
export const closeToSeats = {
  where: closeLevels,
  place: { screen: 'limits', params: { where: filterText('organization', closeLevels) } },
} as const satisfies { readonly where: readonly Filter[]; readonly place: Place };

/** Subscriptions to a plan of the service. */
export const placeOfPlan = (plan: string): Place => ({
  screen: 'plans',
  params: {
    tab: 'subscriptions',
    where: filterText('subscriptionItem', [{ field: 'planName', op: 'eq', value: plan }]),
  },
});

/** The table with all records of a kind that end, where one screen has them all; null where none has. */
export function placeOfEnding({ source }: Pick<Ending, 'source'>): Place | null {
  if (!('entity' in source)) return null;
  const { home, ends } = modelOf(source.entity);
  if (ends === undefined || home.param !== undefined) return null;
  const where = filterText(source.entity, [
    { field: ends.field, op: 'next', value: `${endDays}d` },
    ...(ends.where === undefined ? [] : [{ ...ends.where, op: 'eq' as const }]),
  ]);
  const tab: Params = home.tab === undefined ? {} : { tab: home.tab };
  return { screen: ScreenName.parse(home.screen), params: { ...tab, where } };
}
