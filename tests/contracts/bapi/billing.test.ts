import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const plans = '/billing/plans';
const items = '/billing/subscription_items';

const pricesOf = (plan: Shown | undefined) =>
  plan?.unit_prices as readonly { readonly tiers: readonly { readonly ends_after_block: number }[] }[];

const payerOf = (item: Shown | undefined): Shown => item?.payer as Shown;

describe.skipIf(specMissing)(`plans and who has them keep to the spec (skipped without ${specPath})`, () => {
  let northwind: Contract;
  let lumen: Contract;
  beforeAll(async () => {
    [northwind, lumen] = await Promise.all([openContract('northwind'), openContract('lumen')]);
  });
  afterAll(() => Promise.all([northwind.close(), lumen.close()]));

  it('plans of a product for organizations hold so many seats; people’s count none', async () => {
    const { data } = await northwind.call(`get ${plans}`, 200, { query: 'paginated=true&limit=100' });
    expect(data.map(({ slug }) => slug)).toEqual(['enterprise', 'business', 'team', 'free_org']);
    const ends = data.map((plan) => pricesOf(plan)[0]?.tiers[0]?.ends_after_block);
    expect(ends).toEqual([null, 100, 25, 15]);
    const none = await northwind.call(`get ${plans}`, 200, { query: 'payer_type=user' });
    expect(none.data).toEqual([]);
    const forPeople = await lumen.call(`get ${plans}`, 200);
    expect(forPeople.data.map(({ for_payer_type: payer, unit_prices: prices }) => [payer, prices])).toEqual(
      Array.from({ length: 3 }, () => ['user', undefined]),
    );
  });

  it('items name their plan, and the organization or the person that pays; free ones where they are asked for', async () => {
    const all = await northwind.call(`get ${items}`, 200, { query: 'limit=500&include_free=true' });
    const paid = await northwind.call(`get ${items}`, 200, { query: 'limit=500' });
    expect(all.data.length).toBeGreaterThan(paid.data.length);
    expect(paid.data.length).toBeGreaterThan(3);
    expect(paid.data.every(({ plan }) => (plan as Shown).has_base_fee)).toBe(true);
    const [one] = all.data;
    const path = { organization_id: String(payerOf(one).organization_id) };
    await northwind.call('get /organizations/{organization_id}', 200, { path });
    const team = await northwind.call(`get ${items}`, 200, {
      query: `plan_id=${one?.plan_id}&include_free=1`,
    });
    expect(new Set(team.data.map(({ plan_id }) => plan_id))).toEqual(new Set([one?.plan_id]));
    const people = await lumen.call(`get ${items}`, 200, {
      query: 'payer_type=user&status=active&limit=100',
    });
    expect(people.data.length).toBeGreaterThan(10);
    expect(payerOf(people.data[0]).user_id).toMatch(/^user_/);
  });

  it('refuses what no page holds', async () => {
    await northwind.call(`get ${plans}`, 422, { query: 'limit=501' });
    await northwind.call(`get ${items}`, 422, { query: 'offset=-1' });
    await northwind.call(`get ${plans}`, 401, { key: 'sk_live_wrong' });
    northwind.expectCovered([`get ${plans}`, `get ${items}`]);
  });
});
