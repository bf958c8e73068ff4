import { limits, limitsExitCode } from '@main/cli/limit-commands';
import type { InputOf } from '@shared/contract/operations';
import type { JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

async function withPlans() {
  const fleet = await openFleet();
  const put = (book: InputOf<'writeBook'>['book'], values: Record<string, JsonValue>) =>
    fleet.engine.call('writeBook', {
      book,
      put: Object.entries(values).map(([id, value]) => ({ id, value })),
    });
  valueIn(
    await put('customerPlan', {
      pro: { name: 'Pro', limits: { seats: 1 } },
      base: { name: 'Base', limits: { seats: 1 } },
    }),
  );
  const [one = '', two = ''] = (await fleet.rows('application')).map(({ id }) => id as string);
  const file = (text: string, keep = true) => fleet.engine.call('importSubscriptions', { text, keep });
  return {
    ...fleet,
    one,
    two,
    put,
    file,
    /** What becomes of lines under the columns that a file of overrides has. */
    lines: async (...lines: string[]) =>
      valueIn(await file(['application,limit,value,until,reason', ...lines].join('\n'))).rows.map(
        ({ outcome }) => outcome,
      ),
    held: async (id: string) =>
      valueIn(await fleet.engine.call('book', { book: 'customerSubscription' })).find(
        (entry) => entry.id === id,
      )?.value as { since: number; plan: string; overrides: { value: number; until: number | null }[] },
  };
}

it('the last override of a limit counts: a file says so, keeps all that it holds, and takes out nothing else', async () => {
  const { one, lines, held, put } = await withPlans();
  const values = async () => (await held(one)).overrides.map(({ value }) => value);
  const contract = `${one},seats,40,,contract 9`;
  const campaign = `${one},seats,60,2027-03-01,campaign`;
  expect(await lines(contract, campaign)).toEqual(['new', 'changed']);
  expect(await values()).toEqual([40, 60]);
  expect(await lines(contract, campaign)).toEqual(['same', 'same']);
  // Alone it would not count behind the campaign: it is put last.
  expect(await lines(contract)).toEqual(['changed']);
  expect(await values()).toEqual([60, 40]);
  expect(await lines(contract)).toEqual(['same']);
  const past = { limit: 'seats', value: 90, reason: 'trial', until: '2026-01-01' };
  valueIn(await put('customerSubscription', { [one]: { ...(await held(one)), overrides: [past] } }));
  expect(await lines(contract, `${one},domains,2,,contract 9`)).toEqual(['changed', 'changed']);
  expect(await lines(`${one},seats,45,,contract 10`)).toEqual(['changed']);
  expect(await values()).toEqual([90, 2, 45]);
});

it('what a file says and cannot mean is refused line by line, before anything is kept', async () => {
  const { one, two, lines, file, held } = await withPlans();
  expect(
    await lines(
      `${one},,,2027-01-01,`,
      `${one},,,,why`,
      `${one},seats,5,2026-02-30,x`,
      `${one},seats,5,2026-11-30 12:00,x`,
      `${one},seats,5,,${'x'.repeat(501)}`,
    ),
  ).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
  const early = `application,plan,since\n${one},pro,1969-12-31\n${two},pro,2026-01-01`;
  expect(valueIn(await file(early)).summary).toMatchObject({ refused: 1, new: 1 });
  valueIn(await file(`application,plan\n${two},base`));
  expect(await held(two)).toMatchObject({ plan: 'base' });
  expect((await held(two)).since).toBeGreaterThan(Date.parse('2026-06-01'));
  const many = Array.from({ length: 51 }, (_, index) => `${one},seats,${index},2027-01-01,r${index}`);
  expect((await lines(...many)).slice(49)).toEqual(['changed', 'refused']);
});

it('a refused line says what is wrong with it; one that is kept and counts otherwise than it reads says so', async () => {
  const { one, two, put, file, lines, held } = await withPlans();
  valueIn(await put('customerPlan', { twin: { name: 'PRO' } }));
  const ahead = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const text = [
    'application,plan,since,limit,value,until,reason',
    'app_nobody,base,,,,,',
    `${one},gold,,,,,`,
    `${one},Pro,,,,,`,
    ...['-5', '5.5', '1.000', '"1,000"', '5e3', '9999999999'].map((value) => `${one},,,seats,${value},,x`),
    `${one},,,seats,,,x`,
    `${one},,,,8,,x`,
    ...['31.12.2026', '12/31/2026', '2026-1-5', '46022'].map((until) => `${one},,,seats,8,${until},x`),
    `${one},,,seats,1000000000,,most`,
    `${one},,,seats,8,2020-01-01,trial`,
    `${one},,,seats,8,2020-01-01,trial`,
    `${two},base,${ahead},,,,`,
  ].join('\n');
  const { rows } = valueIn(await file(text));
  const number = / is neither a whole number in digits alone \(35, at most 1000000000\) nor “unlimited”$/;
  const day = / is neither a day from 1970 on \(2026-11-30\) nor a time with its offset /;
  expect(rows.map(({ outcome, why }) => [outcome, why])).toEqual([
    ['refused', 'There is no application “app_nobody”'],
    ['refused', 'There is no plan “gold”'],
    ['refused', 'Several plans are called “Pro”: give an id'],
    ...Array.from({ length: 6 }, () => ['refused', expect.stringMatching(number)]),
    ['refused', '“seats” has no value: a whole number, or “unlimited”'],
    ['refused', 'It has a value and says of no limit: name it'],
    ...Array.from({ length: 4 }, () => ['refused', expect.stringMatching(day)]),
    ['new', ''],
    ['changed', 'it has ended, and counts for nothing'],
    ['changed', 'it has ended, and counts for nothing'],
    ['new', 'the plan counts from now on, whatever “since” says'],
  ]);
  // The same line twice is one override.
  expect((await held(one)).overrides.map(({ value }) => value)).toEqual([1_000_000_000, 8]);
  expect(await lines(`${one},seats,8,2020-01-01,trial`)).toEqual(['same']);
  expect(await file(`application,plan\n${one}`)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('line 2 has more or fewer values than the first one') },
  });
});

it('semicolons, capitals, empty lines and breaks in a value: each line has its number in the file', async () => {
  const { one, file } = await withPlans();
  const text = `Application;Limit;Value;Reason\n\n${one};seats;4;"contract 9, as of\n2026"\n\n${one};seats;x;y`;
  expect(valueIn(await file(text)).rows).toMatchObject([
    { line: 3, outcome: 'new' },
    { line: 6, outcome: 'refused' },
  ]);
  // As Excel writes them: with a line that says what parts cells, and as old ones of the Mac do, with ends of their own.
  for (const end of ['\n', '\r\n', '\r']) {
    const excel = ['sep=;', 'Application;Plan;Reason', `${one};"gold, or";`, ';;', ''].join(end);
    expect(valueIn(await file(excel, false)).rows).toEqual([
      { line: 3, name: expect.any(String), outcome: 'refused', why: 'There is no plan “gold, or”' },
    ]);
  }
  expect(valueIn(await file('application,plan\n')).rows).toEqual([]);
  expect(await file('application,applicationId,plan\na,b,pro')).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('two columns “application”') },
  });
});

it('a look at a colleague’s file refuses what keeping it would', async () => {
  const { engine, file, one, put } = await withPlans();
  valueIn(await file(`application,plan\n${one},pro`));
  const { text } = valueIn(
    await engine.call('exportBooks', { books: ['customerSubscription'], signer: 'Ada' }),
  );
  valueIn(await engine.call('writeBook', { book: 'customerSubscription', remove: [one] }));
  valueIn(await engine.call('writeBook', { book: 'customerPlan', remove: ['pro'] }));
  expect(await engine.call('importBooks', { text })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('which there is not') },
  });
  valueIn(await put('customerPlan', { pro: { name: 'Pro' } }));
  expect(valueIn(await engine.call('importBooks', { text })).rows).toMatchObject([{ outcome: 'added' }]);
});

it('limits are pushed for the customers that are shown, and no others', async () => {
  const { engine, file, one, two } = await withPlans();
  valueIn(await file(`application,plan\n${one},pro\n${two},pro`));
  valueIn(await engine.call('countCustomers', { ids: [one] }));
  const { customers, pushed } = valueIn(await limits(engine, { only: 'over', push: true }));
  expect(customers.map(({ id }) => id)).toEqual([one]);
  expect(pushed?.staged).toHaveLength(1);
});

it('counting ends where nobody can answer, says so by its code, and keeps figures that it did not get', async () => {
  const { engine, proxy, one } = await withPlans();
  const templates = async () =>
    valueIn(await engine.call('customers', { ids: [one] }))[0]?.limits.find(
      ({ limit }) => limit === 'templates',
    )?.used;
  valueIn(await engine.call('countCustomers', { ids: [one] }));
  const before = await templates();
  expect(before).toBeTypeOf('number');
  const answer = (status: number) => ({ status, body: { errors: [{ code: 'x', message: 'no' }] } });
  proxy.block = ({ path }) => (path.includes('/templates/') ? answer(422) : undefined);
  expect(valueIn(await engine.call('countCustomers', { ids: [one] })).counted).toBe(1);
  expect(await templates()).toBe(before);

  proxy.block = () => answer(401);
  const report = valueIn(await limits(engine, { count: true }));
  expect(limitsExitCode(report)).toBe(4);
  expect(report.counted?.failed.flatMap(({ names }) => names)).toHaveLength(4);
});
