import type { EntityName } from '@shared/domain/entity';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import { adapters } from './entities/adapters';
import { createCountPeople } from './entities/application/count-people';
import { createPlatformPull } from './entities/application/create-platform-pull';
import { createPlatformPush } from './entities/application/create-platform-push';
import { type Narrow, ownedBy } from './entities/application/own-application';
import { pullBoth } from './entities/application/pull-both';
import { createReadTwin } from './entities/application/read-twin';
import type { PushPort } from './identity-port';
import { createPull } from './pull';
import { createPush } from './push';

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
    ...pullBoth(createPull(instanceApi), createPlatformPull(platformApi, sight), isPlatforms),
    ...pushBoth(createPush(instanceApi), createPlatformPush(platformApi)),
    countPeople: createCountPeople(async () => ({ ok: true, value: instanceApi, requestId: '' })),
    readTwin: createReadTwin(platformApi),
  };
}

/** Whether the Backend API knows nothing of it: then it is the Platform API's. */
const isPlatforms = (entity: EntityName): boolean => adapters[entity] === null;

/** The writing half of the two. */
function pushBoth(instance: ReturnType<typeof createPush>, platform: ReturnType<typeof createPlatformPush>) {
  const of = (entity: EntityName) => (isPlatforms(entity) ? platform : instance);
  return {
    ...instance,
    send: (call, signal) => of(call.entity).send(call, signal),
    findCreated: (entity, values, signal) => of(entity).findCreated(entity, values, signal),
    describe: (call) => of(call.entity).describe(call),
    written: (call, known) => of(call.entity).written(call, known),
    tryOut: (call, signal) => (isPlatforms(call.entity) ? (platform.tryOut?.(call, signal) ?? null) : null),
  } satisfies Pick<PushPort, 'send' | 'findCreated' | 'describe' | 'written' | 'tryOut' | 'slugOwner'>;
}
