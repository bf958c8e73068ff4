import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { throughProxy } from './through-proxy';

const make = (entity: EntityName, values: JsonObject): IntentDraft => ({
  entity,
  action: { verb: 'create', values },
});
const named = (name: string, domains: string[]) => ({ name, provider: 'saml_okta', domains });
const edit = (recordId: RecordId, field: string, value: JsonValue): IntentDraft => ({
  ...{ entity: 'enterpriseConnection', recordId },
  action: { verb: 'update', field, value },
});

it('who has a value is told wherever in a long list it stands, in whatever case, and by the name that the service knows', async () => {
  const { rig, proxy, colleague } = await throughProxy();
  const [first, second] = await rig.store.list('enterpriseConnection', [], 2);
  if (first === undefined || second === undefined) throw new Error('a world has connections');
  const [held = ''] = second.domains;
  const since = async (entity: 'enterpriseConnection' | 'role', values: JsonObject) =>
    expect(await colleague.send({ verb: 'create', entity, values })).toMatchObject({ ok: true });
  await since('enterpriseConnection', named('Theirs', ['since.example']));
  await since('role', { name: 'Their role', key: 'org:since' });
  // Pages of two, and a service that keeps the case that somebody typed.
  proxy.ask = (query, path) => {
    if (path === '/enterprise_connections') query.set('limit', '2');
  };
  const spelt = [held, 'since.example', 'org:since'];
  proxy.alter = ({ method, body }) => {
    if (method !== 'GET') return undefined;
    let text = JSON.stringify(body);
    for (const value of spelt) text = text.replaceAll(`"${value}"`, `"${value.toUpperCase()}"`);
    return { text, headers: { 'content-type': 'application/json' } };
  };
  await rig.stage(
    edit(second.id, 'name', 'Renamed here'),
    edit(first.id, 'domains', [...first.domains, held]),
    make('enterpriseConnection', named('Also theirs', ['since.example'])),
    make('role', { key: 'org:since', name: 'Ours' }),
  );
  const { steps } = await rig.plan();
  const reasons = steps.map(({ reason }) => reason).join('\n');
  expect(reasons).toContain(`On the service ${second.name} has ${held} too`);
  expect(reasons).toContain('Key org:since is taken by Their role');
  expect(reasons).toContain('On the service Theirs has since.example too');
});
