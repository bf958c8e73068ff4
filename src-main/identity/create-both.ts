import { hash } from 'node:crypto';
import { configSchemaId } from '@shared/domain/config-settings';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import { adapters } from './entities/adapters';
import { createCountPeople } from './entities/application/count-people';
import { createPlatformPull } from './entities/application/create-platform-pull';
import { createPlatformPush } from './entities/application/create-platform-push';
import { type Narrow, ownedBy } from './entities/application/own-application';
import type { PageRequest, PullPort, PushPort, RemotePage } from './identity-port';
import { createPull } from './pull';
import { createPush } from './push';

/** What an instance's key opens, and what a Platform token opens of the same application. */
interface Both<Instance, Platform> {
  readonly instance: Instance;
  readonly platform: Platform;
}

/**
 * A client with two keys: of an instance, and of the account that its application belongs to. Of all that the second one opens,
 * that application is all there is.
 */
export function createBoth(
  instanceApi: CallApi,
  platformApi: CallApi,
  readInstanceId: (signal?: AbortSignal) => Promise<RemoteResult<string>>,
) {
  let own: Narrow | null = null;
  const sight = async (signal?: AbortSignal): Promise<RemoteResult<Narrow>> => {
    if (own === null) {
      const read = await readInstanceId(signal);
      if (!read.ok) return read;
      own = ownedBy(read.value);
    }
    return { ok: true, value: own, requestId: '' };
  };
  return {
    ...pullBoth({ instance: createPull(instanceApi), platform: createPlatformPull(platformApi, sight) }),
    ...pushBoth({ instance: createPush(instanceApi), platform: createPlatformPush(platformApi) }),
    countPeople: createCountPeople(async () => ({ ok: true, value: instanceApi, requestId: '' })),
  };
}

/** Whether the Backend API knows nothing of it: then it is the Platform API's. */
const isPlatforms = (entity: EntityName): boolean => adapters[entity] === null;

/** The reading half of the two: each list where it is, and the schema of the config as one more of the settings. */
function pullBoth({ instance, platform }: Both<PullPort, PullPort>): PullPort {
  async function settings(
    { known, ...page }: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<'settings'>>> {
    const own = await instance.fetchPage('settings', page, signal);
    if (!own.ok) return own;
    const { records, partial, unread } = own.value;
    const total = own.value.total + 1;
    const isLast = page.offset + records.length + partial.length + unread.length >= own.value.total;
    const schema = isLast ? await platform.fetchPage('settings', page, signal) : null;
    // What the token does not open stays as it was copied; the application's own list says why.
    if (schema?.ok === false && !isLasting(schema)) return schema;
    const kept = schema?.ok === false ? [unreadSchema] : [];
    const digest = hash('sha1', JSON.stringify([own.value.digest, schema, kept]), 'base64');
    if (digest === known?.digest)
      return { ...own, value: { records: [], unread: [], partial: [], total, digest } };
    return {
      ...own,
      value: {
        records: [...records, ...(schema?.ok ? schema.value.records : [])],
        unread,
        partial: [...partial, ...kept],
        total,
        digest,
      },
    };
  }

  return {
    fetchPage: async <E extends EntityName>(entity: E, page: PageRequest, signal?: AbortSignal) => {
      if (isPlatforms(entity)) return platform.fetchPage(entity, page, signal);
      if (entity !== 'settings') return instance.fetchPage(entity, page, signal);
      return (await settings(page, signal)) as unknown as RemoteResult<RemotePage<E>>;
    },
    fetchOne: async <E extends EntityName>(
      entity: E,
      known: StoredRecord<E>,
      signal?: AbortSignal,
    ): Promise<RemoteResult<RemoteRecord<E> | null>> =>
      (isPlatforms(entity) || known.id === configSchemaId ? platform : instance).fetchOne(
        entity,
        known,
        signal,
      ),
  };
}

/** The writing half of the two. */
function pushBoth({
  instance,
  platform,
}: Both<ReturnType<typeof createPush>, ReturnType<typeof createPlatformPush>>) {
  const of = (entity: EntityName) => (isPlatforms(entity) ? platform : instance);
  return {
    ...instance,
    send: (call, signal) => of(call.entity).send(call, signal),
    findCreated: (entity, values, signal) => of(entity).findCreated(entity, values, signal),
    describe: (call) => of(call.entity).describe(call),
    tryOut: (call, signal) => (isPlatforms(call.entity) ? (platform.tryOut?.(call, signal) ?? null) : null),
  } satisfies Pick<PushPort, 'send' | 'findCreated' | 'describe' | 'tryOut' | 'slugOwner'>;
}

const unreadSchema = {
  id: configSchemaId,
  record: { id: configSchemaId, values: {} },
  missing: ['values'],
  path: '',
  why: '',
};

const isLasting = ({ failure }: Extract<RemoteResult<unknown>, { ok: false }>): boolean =>
  failure.kind === 'forbidden' || failure.kind === 'not-found';
