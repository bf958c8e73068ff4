import type { EntityName } from '@shared/domain/entity';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { z } from 'zod';
import type { Adapter } from './adapter';
import type { RecordReader } from './record-reader';
import { recordReader } from './record-reader';
import { decodePage, decodeRecord } from './resource';

/** Plans, and who has them: read, and never written. Neither list has an order to ask for, nor an address for one of its records (spec). */

const Money = z.object({ amount_formatted: wire.text, currency_symbol: wire.text }).nullish();
/** The spec shows both, with and without its symbol. */
function money(held: z.output<typeof Money>): string {
  if (!held) return '';
  const { amount_formatted: amount, currency_symbol: symbol } = held;
  return amount.includes(symbol) ? amount : `${symbol}${amount}`;
}

const UnitPrices = wireList(
  z.object({
    name: wire.text,
    block_size: z.number().nullish(),
    tiers: wireList(z.object({ ends_after_block: z.number().nullish() })),
  }),
);

/** How many seats the last price goes up to; null where seats have no price, 0 where it has no end (spec: `CommercePlanUnitPriceTier`). */
function seatsOf(prices: z.output<typeof UnitPrices>): number | null {
  const seats = prices.find(({ name }) => name.toLowerCase() === 'seats');
  if (seats === undefined || seats.tiers.length === 0) return null;
  const ends = seats.tiers.map(({ ends_after_block: end }) => end ?? null);
  return ends.includes(null) ? 0 : Math.max(...ends.map(Number)) * (seats.block_size ?? 1);
}

const planReader = recordReader('plan', {
  properties: {
    fee: Money,
    annual_fee: Money,
    unit_prices: UnitPrices,
    features: wireList(z.object({ name: wire.text, slug: wire.text })),
  },
  read: ({ fee, annual_fee, unit_prices, features }) => ({
    fee: money(fee),
    annualFee: money(annual_fee),
    seats: seatsOf(unit_prices),
    features: features.map(({ name, slug }) => name || slug),
  }),
});

const Payer = z
  .object({
    user_id: wire.text,
    first_name: wire.text,
    last_name: wire.text,
    email: wire.text,
    organization_id: wire.text,
    organization_name: wire.text,
  })
  .nullish();

/** What somebody who pays is called: an organization's name, else a person's, else an address; '' where nothing is said. */
function payerName(payer: z.output<typeof Payer>): string {
  if (!payer) return '';
  const { first_name: first, last_name: last, organization_name: name, email } = payer;
  return name || `${first} ${last}`.trim() || email;
}

const itemReader = recordReader('subscriptionItem', {
  properties: {
    plan_id: wire.text,
    plan: z.object({ name: wire.text, unit_prices: UnitPrices }).nullish(),
    payer: Payer,
    seats: z.object({ quantity: z.number().nullable() }).nullish(),
    next_payment: z.object({ amount: Money }).nullish(),
    lifetime_paid: Money,
  },
  read: ({ plan_id, plan, payer, seats, next_payment, lifetime_paid }) => ({
    planId: plan_id,
    payer: payerName(payer),
    planName: plan?.name ?? '',
    userId: payer?.user_id ?? '',
    organizationId: payer?.organization_id ?? '',
    seats: seats ? (seats.quantity ?? 0) : plan ? seatsOf(plan.unit_prices) : null,
    nextPayment: money(next_payment?.amount),
    lifetimePaid: money(lifetime_paid),
  }),
});

/** A list that is walked, and in which a record is looked for. */
const walked = <E extends EntityName>(path: string, reader: RecordReader<E>): Adapter<E> => ({
  pagePath: ({ limit, offset }) =>
    `${path}${path.includes('?') ? '&' : '?'}paginated=true&limit=${limit}&offset=${offset}`,
  decodePage: decodePage(reader),
  decodeOne: decodeRecord(reader),
  decodeAnswer: decodeRecord(reader),
});

export const plan: Adapter<'plan'> = walked('/billing/plans', planReader);
export const subscriptionItem: Adapter<'subscriptionItem'> = walked(
  '/billing/subscription_items?include_free=true',
  itemReader,
);
