import { type EntityName, modelOf } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import type { CallApi } from './call-api';
import { callsOf } from './calls-of';
import { adapters } from './entities/adapters';
import type { OpenApplication } from './entities/application/copy-setup';
import { passing } from './entities/application/setup-pool';
import type { IdentityPort, RemoteCall } from './identity-port';
import { createPull } from './pull';
import { createPush } from './push';
import { writtenCalls } from './written-calls';

type Platform = Pick<
  IdentityPort,
  'fetchPage' | 'fetchOne' | 'pagesBy' | 'send' | 'tryOut' | 'findCreated' | 'describe' | 'written'
>;
type Template = RemoteRecord<'template'>;
type Place = Pick<Template, 'applicationId' | 'applicationName'>;

/** More than any instance has of both types. */
const limit = 500;

/** Whether its records stand in the pool of an application of the platform, and are copied from there. */
const isInPool = (entity: EntityName): boolean =>
  modelOf(entity).asked?.includes('platforms') === true && adapters[entity] !== null;

/**
 * A platform's client that reads and writes templates as well: each in the pool of its application, by a key that is read for it and kept
 * nowhere. The id of one is its application's, then its own there.
 */
export function withPools(
  platform: Platform,
  open: OpenApplication,
): Platform & Pick<IdentityPort, 'readTemplates'> {
  /** Work in a pool: what becomes of its own key says nothing of the Platform token. */
  async function inPool<T>(
    { applicationId }: Pick<Place, 'applicationId'>,
    work: (pool: CallApi) => Promise<RemoteResult<T>>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<T>> {
    const pool = await open({ id: applicationId }, signal);
    if (!pool.ok) return pool;
    const answer = await work(pool.value);
    return answer.ok ? answer : { ok: false, failure: passing(applicationId, answer.failure) };
  }

  return {
    ...platform,
    fetchOne: async <E extends EntityName>(entity: E, known: StoredRecord<E>, signal?: AbortSignal) => {
      if (!isInPool(entity)) return platform.fetchOne(entity, known, signal);
      const row = known as StoredRecord<'template'>;
      const read = (pool: CallApi) => createPull(pool).fetchOne('template', row, signal);
      const answer = await inPool(row, read, signal);
      const found =
        answer.ok && answer.value !== null ? { ...answer, value: placed(answer.value, row) } : answer;
      return found as RemoteResult<RemoteRecord<E> | null>;
    },
    send: async (call, signal) => {
      const row = rowOf(call);
      if (row === null) return platform.send(call, signal);
      const answer = await inPool(row, (pool) => createPush(pool).send(call, signal), signal);
      if (!answer.ok || answer.value === null) return answer;
      return { ...answer, value: placed(answer.value as Template, row) };
    },
    tryOut: (call, signal) => (rowOf(call) === null ? (platform.tryOut?.(call, signal) ?? null) : null),
    describe: (call) => {
      const row = rowOf(call);
      if (row === null) return platform.describe(call);
      const calls = callsOf(adapters, call, new Map());
      return calls === null
        ? t('cannot be sent: {verb} {entity}', { verb: call.verb, entity: call.entity })
        : t('{calls} in {application}', { calls: calls.shown, application: row.applicationId });
    },
    written: (call, known) => {
      const row = rowOf(call);
      if (row === null) return platform.written(call, known);
      const { calls, notes } = writtenCalls(adapters, 'backend', call, known);
      const key = t('With the secret key of {application}.', { application: row.applicationId });
      return { calls, notes: [...notes, key] };
    },
    readTemplates: ({ id, name }, signal) =>
      inPool(
        { applicationId: id },
        async (pool) => {
          const page = await createPull(pool).fetchPage('template', { offset: 0, limit }, signal);
          if (!page.ok) return page;
          const place = { applicationId: id, applicationName: name };
          const records = page.value.records.map((record) => placed(record, place));
          return { ...page, value: { records, unread: page.value.unread } };
        },
        signal,
      ),
  };
}

/** The record that a call changes in a pool; null for what is the platform's own. */
const rowOf = (call: RemoteCall): StoredRecord<'template'> | null =>
  call.verb === 'create' || !isInPool(call.entity) ? null : (call.record as StoredRecord<'template'>);

/** A template as the platform's workspace keeps it: ids of pools are the same in all of them. */
const placed = (record: Template, { applicationId, applicationName }: Place): Template => ({
  ...record,
  id: RecordId.parse(`${applicationId}/${record.type}/${record.slug}`),
  applicationId,
  applicationName,
});
