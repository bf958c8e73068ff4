import { readField, writeField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { golden, minLength, openMeasured } from './open-measured';

it('a value that is accepted after the baseline was staged is not overwritten by it; what is staged after that is meant', async () => {
  const fleet = await openMeasured();
  await fleet.keep('baseline', 'golden', golden({ [minLength]: 16 }));
  const { rows } = await fleet.matrix({ limit: 200 });
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('there are applications');
  await fleet.bring({ applicationIds: [first.id, second.id] });
  const accept = { applicationId: first.id, path: minLength, value: first.cells[0]?.found ?? null };
  await fleet.keep('exception', 'late', { ...accept, reason: 'contract 7' });
  const { steps } = await fleet.plan();
  expect(steps.map(({ recordId, verdict }) => [recordId, verdict])).toEqual(
    expect.arrayContaining([
      [first.id, 'refused'],
      [second.id, 'clean'],
    ]),
  );
  expect(steps.find(({ verdict }) => verdict === 'refused')?.reason).toContain('contract 7');
  expect(await fleet.reconcile()).toMatchObject({ applied: 1, refused: 1 });
  expect(await fleet.matrix({ verdicts: ['accepted'] })).toMatchObject({ rows: [{ id: first.id }] });

  const left = valueIn(await fleet.engine.call('intents', { states: ['staged', 'refused'] }));
  valueIn(await fleet.engine.call('withdraw', { intentIds: left.map(({ id }) => id) }));
  await fleet.bring({ applicationIds: [first.id], oneByOne: true });
  expect(await fleet.reconcile()).toMatchObject({ applied: 1, refused: 0 });
});

const color = 'config.branding.primary_color';
const scopes = 'config.connection_oauth_google.scopes';
const idle = 'config.session_settings.inactivity_timeout';
const claims = 'config.session.claims';
const tier = `${claims}.tier`;

it.each<[string, string, JsonValue, JsonValue, JsonValue, string?]>([
  ['a colour in another case', color, '#AB12CD', '#ab12cd', '#000000'],
  ['a set in another order', scopes, ['read', 'write'], ['write', 'read'], ['read']],
  ['a default that the service leaves out', idle, 0, 0, 600],
  ['a part of a whole', claims, { tier: 'gold' }, 'gold', { tier: 'basic' }, tier],
  ['a whole that it is a part of', tier, 'gold', { tier: 'gold' }, 'basic', claims],
])(
  'an accepted value is the same to a plan as it is to the fleet: %s',
  async (_, path, held, accepted, wanted, acceptedPath = path) => {
    const fleet = await openMeasured();
    const [first, second] = await fleet.rows('application');
    if (first === undefined || second === undefined) throw new Error('there are applications');
    // A schema may say that a list is a set, and a service may leave out what is as at first.
    fleet.proxy.alter = ({ path: at, body }) => {
      const answer = structuredClone(body);
      const inside = (keys: string): object => Object(readField(Object(answer), keys));
      if (at.endsWith('/config/schema'))
        Object.assign(inside('properties.connection_oauth_google.properties.scopes'), { uniqueItems: true });
      const sessions = inside('session_settings');
      if ('inactivity_timeout' in sessions && sessions.inactivity_timeout === 0)
        Reflect.deleteProperty(sessions, 'inactivity_timeout');
      return { body: answer };
    };
    for (const { id } of [first, second])
      await fleet.ask(`/platform/applications/${id}/instances/production/config`, {
        method: 'PATCH',
        body: JSON.stringify(writeField({ config: {} }, path, held).config),
      });
    await fleet.sync();
    await fleet.keep('baseline', 'golden', golden({ [path]: wanted }));
    expect((await fleet.bring({ applicationIds: [first.id, second.id] })).staged).toHaveLength(2);
    await fleet.keep('exception', 'late', {
      applicationId: first.id,
      path: acceptedPath,
      value: accepted,
      reason: 'contract 7',
    });
    expect(await fleet.matrix({ verdicts: ['accepted'] })).toMatchObject({
      total: 1,
      rows: [{ id: first.id }],
    });
    expect(await fleet.reconcile()).toMatchObject({ applied: 1, refused: 1 });
    expect(await fleet.matrix({ verdicts: ['accepted'] })).toMatchObject({
      total: 1,
      rows: [{ id: first.id }],
    });
  },
);
