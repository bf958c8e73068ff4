import type { Identity } from '@main/identity/identity';
import type { RemoteCall } from '@main/identity/identity-port';
import { editableFields } from '@shared/domain/editable-fields';
import { type EntityName, entitiesOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { remoteSchemas, type StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { Scenario } from '@shared/domain/scenario';
import { expect, it, onTestFinished } from 'vitest';
import { platformSpecPath, specMissing, specPath } from '../contracts/load-spec';
import { creations, otherOf } from '../reconcile/verb-values';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { answersBySpec } from '../support/fuzz/answers-by-spec';
import { fuzzCount, fuzzSeed } from '../support/fuzz/fuzzed-input';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { noWaiting } from '../support/no-waiting';
import { beginSync, connect, openTempStore, startWorld, sweepOnce } from './sync-rig';

if (specMissing) console.warn('The OpenAPI files are not beside the repository: no answer was made of them.');

const kinds =
  /^(?:offline|timeout|unauthorized|forbidden|not-found|invalid|conflict|rate-limited|server|malformed)$/;

/** Everything that sync and reconcile ask about an entity, one after the other. */
async function askAll(
  identity: Identity,
  entity: EntityName,
  rows: readonly StoredRecord[],
  about: (what: string, result: RemoteResult<unknown>, isWrite?: boolean) => void,
): Promise<void> {
  const page = await identity.fetchPage(entity, { offset: 0, limit: 100 });
  about('page', page);
  if (page.ok) {
    const { records, partial, unread, total } = page.value;
    for (const record of [...records, ...partial.map((each) => each.record)])
      expect([entity, remoteSchemas[entity].safeParse(record).error?.issues ?? []]).toEqual([entity, []]);
    for (const each of [...unread, ...partial]) expect(each).toMatchObject({ id: /./, path: /./ });
    expect(total).toBeGreaterThanOrEqual(0);
  }
  const made = creations[entity]?.('fuzzed', 'org_1', 'con_1');
  if (made !== undefined) {
    about('creation looked for', await identity.findCreated(entity, made));
    about('creation', await identity.send({ verb: 'create', entity, values: made }), true);
  }
  const [record] = rows;
  if (record === undefined) return;
  about('record', await identity.fetchOne(entity, record));
  const edits = editableFields[entity].flatMap((field): RemoteCall[] => {
    const held = readField(record, field.path) ?? null;
    const value = otherOf(entity, field)?.(held, 0);
    return value === undefined ? [] : [{ verb: 'update', entity, record, field: field.path, value }];
  });
  for (const call of edits) about(`edit of ${entity}`, await identity.send(call), true);
  if (made !== undefined) about('deletion', await identity.send({ verb: 'delete', entity, record }), true);
}

it.skipIf(specMissing).each([
  ['b2b', 'northwind', specPath, 500],
  ['platforms', 'campus', platformSpecPath, 250],
] as const)(
  'answers made of the spec’s shapes (%s): each is read or refused with its reason, and a write is never said to have done nothing without a word of the service',
  async (scenario: Scenario, world, spec, inCi) => {
    const sandbox = await startWorld({ world, scale: 0.02 });
    const store = await openTempStore(await temporaryFolder());
    const entities = entitiesOf(scenario);
    const apiKey = scenario === 'platforms' ? sandbox.platformToken : sandbox.secretKey;
    await sweepOnce(beginSync({ store, port: connect(sandbox, { scenario, apiKey }), entities }));
    const rows = new Map(
      await Promise.all(entities.map(async (each) => [each, await store.list(each, [], 1)] as const)),
    );

    const service = answersBySpec(spec, fuzzSeed);
    const proxy = await startMutatingProxy(sandbox.url);
    onTestFinished(() => proxy.close());
    const answered: { readonly method: string; readonly status: number }[] = [];
    proxy.block = (asked) => {
      const answer = service.answer(asked);
      answered.push({ method: asked.method, status: answer.status ?? 200 });
      return answer;
    };
    const options = { scenario, apiKey, url: proxy.url, ...noWaiting() };
    const identity = connect(sandbox, options);
    const outcomes = { read: 0, refused: 0 };
    let from = 0;
    const about = (what: string, result: RemoteResult<unknown>, isWrite = false): void => {
      const writes = answered.slice(from).filter(({ method }) => method !== 'GET');
      from = answered.length;
      if (result.ok) {
        outcomes.read += 1;
        return;
      }
      outcomes.refused += 1;
      const { kind, message, code } = result.failure;
      expect(kind).toMatch(kinds);
      expect(message).toMatch(/./);
      // What was sent, and answered as done, may well be done, whatever the answer says, but that it was not ("deleted": false).
      if (isWrite && code !== 'not-taken' && writes.some(({ status }) => status < 300))
        expect({ what, writes, ...result.failure }).toMatchObject({ mayHaveTakenEffect: true });
    };
    const wanted = fuzzCount(inCi);
    while (answered.length < wanted) {
      about('instance', await identity.instanceId());
      for (const entity of entities) await askAll(identity, entity, rows.get(entity) ?? [], about);
    }
    // Both happened, and by all that the service may say.
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(wanted / 20);
    expect([...service.given.keys()]).toEqual(expect.arrayContaining([200, 404, 422]));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
  3_600_000,
);
