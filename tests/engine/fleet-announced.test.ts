import { provisionalId, type RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

const create = (entity: IntentDraft['entity'], mark: string, values: JsonObject): IntentDraft => ({
  entity,
  recordId: provisionalId(mark),
  action: { verb: 'create', values },
});
const cancel = (entity: IntentDraft['entity'], recordId: RecordId): IntentDraft => ({
  entity,
  recordId,
  action: { verb: 'perform', operation: 'cancel', values: {} },
});

it('announces a domain once, also with its answer lost, and completes it into one of an application', async () => {
  const fleet = await openFleet();
  const announce = (name: string) => create('domainIntent', name, { name, proxyPath: '/__clerk' });
  expect((await fleet.stage(announce('soon.example'), announce('no domain'))).rejected).toHaveLength(1);
  expect(await fleet.rows('domainIntent')).toMatchObject([{ status: 'pending', state: 'pending' }]);
  fleet.loseAnswers(/domain_intents$/);
  await fleet.reconcile();
  fleet.heal();
  await fleet.reconcile();
  expect(fleet.writes().filter((asked) => asked.endsWith('/domain_intents'))).toHaveLength(1);
  const [made] = await fleet.rows('domainIntent');
  expect(made).toMatchObject({ name: 'soon.example', status: 'pending', state: 'synced' });
  expect(made?.cnameTargets).toContainEqual(
    expect.objectContaining({ host: expect.stringContaining('soon.example'), value: expect.any(String) }),
  );
  const again = await fleet.stage(announce('soon.example'));
  expect(again.rejected[0]?.failure.message).toContain('already');

  const home = (await fleet.rows('application')).find(({ environment }) => environment === 'production');
  const add = (name: string, intentId: string) =>
    create('domain', `domain-${name}`, { applicationId: home?.id ?? '', name, intentId });
  const { rejected } = await fleet.stage(
    add('other.example', made?.id ?? ''),
    add('soon.example', 'dmnint_none'),
  );
  expect(rejected.map(({ failure }) => failure.message)).toEqual([
    'soon.example was announced, and not other.example.',
    'The service has no announced domain dmnint_none yet.',
  ]);
  await fleet.stage(add('soon.example', made?.id ?? ''));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  await fleet.sync();
  const domain = (await fleet.rows('domain')).find(({ name }) => name === 'soon.example');
  expect(await fleet.rows('domainIntent')).toMatchObject([{ status: 'completed', domainId: domain?.id }]);
  const late = await fleet.stage(cancel('domainIntent', made?.id as RecordId));
  expect(late.rejected[0]?.failure.message).toContain('not pending any more');
});

it('cancels an announced domain, once, with its answer lost', async () => {
  const fleet = await openFleet();
  await fleet.stage(create('domainIntent', 'one', { name: 'one.example' }));
  await fleet.reconcile();
  const [one] = await fleet.rows('domainIntent');
  await fleet.stage(cancel('domainIntent', one?.id as RecordId));
  expect(await fleet.rows('domainIntent')).toMatchObject([{ status: 'canceled', state: 'pending' }]);
  fleet.loseAnswers(/domain_intents\//);
  await fleet.reconcile();
  fleet.heal();
  expect(await fleet.reconcile()).toMatchObject({ refused: 0 });
  expect(await fleet.ask(`/platform/domain_intents/${one?.id}`)).toMatchObject({ status: 'canceled' });
  expect(fleet.writes().filter((asked) => asked.startsWith('DELETE'))).toHaveLength(1);
});

it('offers an application with a code, one at a time, and takes the offer back', async () => {
  const fleet = await openFleet();
  const [application] = await fleet.rows('application');
  const id = application?.id ?? '';
  const offer = (mark: string) => create('applicationTransfer', mark, { applicationId: id });
  await fleet.stage(offer('first'));
  fleet.loseAnswers(/transfers$/);
  await fleet.reconcile();
  fleet.heal();
  await fleet.reconcile();
  expect(fleet.writes().filter((asked) => asked.endsWith('/transfers'))).toHaveLength(1);
  const [made] = await fleet.rows('applicationTransfer');
  expect(made).toMatchObject({ applicationId: id, status: 'pending', canceledAt: 0, completedAt: 0 });
  expect(made?.code).not.toBe('');
  expect((made?.expiresAt ?? 0) - (made?.createdAt ?? 0)).toBe(24 * 3_600_000);
  expect((await fleet.stage(offer('second'))).rejected[0]?.failure.message).toBe(
    `${application?.name} is offered to another account already.`,
  );
  const never = create('applicationTransfer', 'never', { applicationId: 'app_none' });
  expect((await fleet.stage(never)).rejected[0]?.failure.code).toBe('not-found');
  const leaving = (await fleet.rows('application')).find(
    ({ id: other, environment }) => other !== id && environment === 'production',
  );
  const goneId = leaving?.id as RecordId;
  const { rejected } = await fleet.stage(
    { entity: 'application', recordId: goneId, action: { verb: 'delete' } },
    create('applicationTransfer', 'late', { applicationId: goneId }),
  );
  const afterwards = await fleet.stage(
    create('applicationTransfer', 'later', { applicationId: goneId }),
    create('domain', 'later-domain', { applicationId: goneId, name: 'late.example' }),
  );
  expect([...rejected, ...afterwards.rejected].map(({ failure }) => failure.message)).toEqual(
    Array(3).fill(`${leaving?.name} is staged for deletion.`),
  );
  valueIn(await fleet.engine.call('undo', {}));

  await fleet.stage(cancel('applicationTransfer', made?.id as RecordId));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  expect(await fleet.rows('applicationTransfer')).toMatchObject([
    { status: 'canceled', canceledAt: expect.any(Number), state: 'synced' },
  ]);
  // Another one may be offered then.
  await fleet.stage(offer('third'));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
});

it('never offers an application anew that somebody kept from being handed over while the answer was lost', async () => {
  const fleet = await openFleet();
  const [application] = await fleet.rows('application');
  const offers = `/platform/applications/${application?.id}/transfers`;
  await fleet.stage(create('applicationTransfer', 'one', { applicationId: application?.id ?? '' }));
  fleet.proxy.alter = ({ path }) => (/transfers/.test(path) ? { status: 502, text: 'lost' } : undefined);
  expect(await fleet.reconcile()).toMatchObject({ unknown: 1 });
  fleet.heal();
  const { data } = (await fleet.ask('/platform/application_transfers')) as { data: { id: string }[] };
  await fleet.ask(`${offers}/${data[0]?.id}`, { method: 'DELETE' });
  expect(await fleet.reconcile()).toMatchObject({ refused: 0, unknown: 0 });
  expect(fleet.writes().filter((asked) => asked.startsWith('POST'))).toEqual([`POST ${offers}`]);
  expect(await fleet.rows('applicationTransfer')).toMatchObject([{ id: data[0]?.id, status: 'canceled' }]);
});

it('an offer whose day is over keeps nobody from another one, though no sync has said that it is over', async () => {
  const day = 24 * 3_600_000;
  const fleet = await openFleet({ now: Date.now() - day - 60_000 });
  const [application] = await fleet.rows('application');
  const offer = (mark: string) =>
    create('applicationTransfer', mark, { applicationId: application?.id ?? '' });
  await fleet.stage(offer('first'));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  const [first] = await fleet.rows('applicationTransfer');
  await fleet.sandbox.control.setClock({ advanceMs: day + 60_000 });
  expect(first).toMatchObject({ status: 'pending' });
  expect((await fleet.stage(offer('second'))).rejected).toEqual([]);
  expect(await fleet.reconcile()).toMatchObject({ applied: 1, alreadySo: 0 });
  await fleet.sync();
  const offers = (await fleet.rows('applicationTransfer')).map(({ status }) => status);
  expect(offers.toSorted()).toEqual(['expired', 'pending']);
  const late = await fleet.stage(cancel('applicationTransfer', first?.id as RecordId));
  expect(late.rejected[0]?.failure.message).toBe('It is not pending any more: it has expired.');
});

it('says of a transfer that somebody cancelled meanwhile that it is so already', async () => {
  const fleet = await openFleet();
  const [application] = await fleet.rows('application');
  await fleet.stage(create('applicationTransfer', 'one', { applicationId: application?.id ?? '' }));
  await fleet.reconcile();
  const [made] = await fleet.rows('applicationTransfer');
  await fleet.ask(`/platform/applications/${application?.id}/transfers/${made?.id}`, { method: 'DELETE' });
  await fleet.stage(cancel('applicationTransfer', made?.id as RecordId));
  expect(await fleet.reconcile()).toMatchObject({ alreadySo: 1, refused: 0 });
});

it('asks about an announced domain that somebody cancelled while the answer was lost, and makes it again only then', async () => {
  const fleet = await openFleet();
  await fleet.stage(create('domainIntent', 'lost', { name: 'lost.example' }));
  fleet.proxy.alter = ({ path }) => (/domain_intents/.test(path) ? { status: 502, text: 'lost' } : undefined);
  expect(await fleet.reconcile()).toMatchObject({ unknown: 1 });
  fleet.heal();
  const { data } = (await fleet.ask('/platform/domain_intents')) as { data: { id: string }[] };
  await fleet.ask(`/platform/domain_intents/${data[0]?.id}`, { method: 'DELETE' });
  // Its cancellation may be copied before anybody looks.
  await fleet.sync();
  const announced = () => fleet.writes().filter((asked) => asked === 'POST /platform/domain_intents');
  const before = announced().length;
  const { steps } = await fleet.plan();
  expect(steps).toMatchObject([{ verdict: 'conflict', theirs: { status: 'canceled' } }]);
  expect(await fleet.reconcile()).toMatchObject({ applied: 0, refused: 0 });
  expect(announced()).toHaveLength(before);
  const plan = await fleet.plan();
  const resolutions = Object.fromEntries(plan.steps.map(({ intentId }) => [intentId, { choose: 'mine' }]));
  const report = valueIn(
    await fleet.engine.call('apply', {
      planHash: plan.hash,
      resolutions: resolutions as Record<string, { choose: 'mine' }>,
      onRefusal: 'stop',
    }),
  );
  expect(report).toMatchObject({ applied: 1 });
  expect(announced()).toHaveLength(before + 1);
});

it('an announced domain that something staged is made of is not cancelled, and one that is closed meanwhile is told by the plan', async () => {
  const fleet = await openFleet();
  await fleet.stage(create('domainIntent', 'one', { name: 'one.example' }));
  await fleet.reconcile();
  const [one] = await fleet.rows('domainIntent');
  const id = one?.id as RecordId;
  const home = (await fleet.rows('application')).find(({ environment }) => environment === 'production');
  const add = create('domain', 'made', {
    applicationId: home?.id ?? '',
    name: 'one.example',
    intentId: id,
  });
  const messages = async (...drafts: IntentDraft[]) =>
    (await fleet.stage(...drafts)).rejected.map(({ failure }) => failure.message);
  expect(await messages(add, cancel('domainIntent', id))).toEqual([
    'Something else that is asked for here is to be made of it.',
  ]);
  expect(await messages(cancel('domainIntent', id))).toEqual(['one.example is staged, and made of it.']);
  valueIn(await fleet.engine.call('undo', {}));
  expect(await messages(cancel('domainIntent', id), add)).toEqual(['one.example is not announced any more.']);
  valueIn(await fleet.engine.call('undo', {}));
  expect(await messages(add)).toEqual([]);
  await fleet.ask(`/platform/domain_intents/${id}`, { method: 'DELETE' });
  expect((await fleet.plan()).steps).toMatchObject([
    { verdict: 'refused', reason: 'one.example is not announced any more.' },
  ]);
  expect(fleet.writes().filter((asked) => /POST .*\/domains$/.test(asked))).toEqual([]);
});
