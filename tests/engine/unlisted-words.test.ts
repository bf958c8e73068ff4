import type { Engine } from '@main/engine/engine';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { decodeRecord } from '@renderer/bridge/decode-record';
import { EntityName, entitiesOf, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { type AnyField, isChoice } from '@shared/domain/kinds/field';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { type Passing, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { valueIn } from '../support/value-in';
import { engineOn } from './engine-on';
import { openFleet } from './open-fleet';

/** Words that no list of ours has; every object of the language has the second one. */
const invented = ['paused_by_owner', 'constructor'];

/** Fields whose words the service chooses, by entity. */
const choicesIn = (entity: EntityName): readonly (readonly [string, readonly string[]])[] =>
  Object.entries<AnyField>(modelOf(entity).fields).flatMap(([name, field]) =>
    isChoice(field) && !field.ours ? [[name, field.options] as const] : [],
  );

/** Properties of answers that hold such words, wherever they stand, and the words that are known of them. */
const properties = ['type', 'template_type', 'enrollment_mode', 'provider', 'status'];
const known = EntityName.options.flatMap((entity) => choicesIn(entity).flatMap(([, words]) => words));

function withInvented(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withInvented);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => {
      if (!properties.includes(name) || typeof held !== 'string' || !known.includes(held))
        return [name, withInvented(held)];
      // Neighbours become different words: a template is told apart by its type.
      return [name, invented[known.indexOf(held) % 2]];
    }),
  );
}
const invent = ({ method, status, body }: Passing) =>
  method === 'GET' && status === 200 ? { body: withInvented(body) } : undefined;

/** What the window makes of every row of an entity, and which words its choices have. */
async function shownOf(engine: Engine, entity: EntityName) {
  const page = valueIn(await engine.call('page', { entity, limit: 500 }));
  const records = page.rows.map((row) => decodeRecord(entity, row));
  expect([entity, page.total, records.filter((record) => record === null)]).toEqual([
    entity,
    records.length,
    [],
  ]);
  for (const [field] of choicesIn(entity)) {
    const held = records.map((record) => String(readField(record ?? {}, field)));
    // As they came, each found by a filter and counted.
    const words = invented.filter((word) => held.includes(word));
    expect([entity, field, words.length > 0]).toEqual([entity, field, true]);
    const facets = valueIn(await engine.call('facets', { query: { entity }, field }));
    for (const word of words) {
      const count = held.filter((one) => one === word).length;
      expect(facets).toContainEqual({ value: word, count });
      const where = valueIn(parseFilter(entity, `${field}=${word}`));
      expect(valueIn(await engine.call('page', { entity, where: [...where], limit: 1 })).total).toBe(count);
    }
  }
}

test('a fleet whose answers hold words that nobody knows is shown with all its rows', async () => {
  const fleet = await openFleet();
  await fleet.ask('/platform/domain_intents', {
    method: 'POST',
    body: JSON.stringify({ name: 'later.test' }),
  });
  const [first] = await fleet.rows('application');
  await fleet.ask(`/platform/applications/${first?.id}/transfers`, { method: 'POST' });
  fleet.proxy.alter = invent;
  await fleet.sync();
  for (const entity of ['application', 'domain', 'domainIntent', 'applicationTransfer'] as const)
    await shownOf(fleet.engine, entity);
});

test('an instance whose answers hold words that nobody knows is shown with all its rows', async () => {
  const sandbox = await startSandbox({ world: 'northwind', scale: 0.05 });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(() => proxy.close());
  proxy.alter = invent;
  const engine = await engineOn({ ...sandbox, url: proxy.url }, await temporaryFolder());
  // What DNS holds of a domain is said of the fleet's only.
  const inspected = entitiesOf('b2b').filter((entity) => entity !== 'domain' && choicesIn(entity).length > 0);
  expect(inspected.length).toBeGreaterThan(4);
  for (const entity of inspected) await shownOf(engine, entity);
});
