import type { RemoteResult } from '@shared/domain/remote-failure';
import { services } from '@shared/domain/services';
import { z } from 'zod';
import { aboutItself } from './about-itself';
import type { CallApi } from './call-api';
import { createBoth } from './create-both';
import { createCountPeople, poolByKey } from './entities/application/count-people';
import { createCountPool } from './entities/application/count-pool';
import { createPlatformPull } from './entities/application/create-platform-pull';
import { createPlatformPush } from './entities/application/create-platform-push';
import { besideKey } from './entities/application/own-application';
import { createReadTwin } from './entities/application/read-twin';
import { createReadUsage } from './entities/application/read-usage';
import { shareReads } from './entities/application/share-reads';
import { clerkWire } from './entities/clerk-wire';
import type { Identity, IdentityOptions } from './identity';
import { apiBase, openClient } from './open-client';
import { createPull } from './pull';
import { createPush } from './push';
import type { RequestGate } from './request-gate';
import { strangeAnswer } from './strange-answer';
import { withPools } from './with-pools';

/** Spec: `components.schemas.Instance`. */
const Instance = z.object({ id: z.string().min(1) });

/** The id of the instance that the key belongs to. */
async function readInstanceId(callApi: CallApi, signal?: AbortSignal): Promise<RemoteResult<string>> {
  const answer = await callApi({ method: 'GET', path: '/instance' }, signal);
  if (!answer.ok) return answer;
  const decoded = Instance.safeParse(answer.value).data;
  return decoded === undefined ? strangeAnswer(false) : { ...answer, value: decoded.id };
}

/** A client of Clerk's Backend API, version 2026-05-12, or of its Platform API (beta), on plain `fetch`. */
export function createIdentity(options: IdentityOptions): Identity {
  const { apiKey, elapsed = () => performance.now() } = options;
  const client = openClient(options, clerkWire, apiBase(options.url, services.clerk.basePath));
  const { gate } = client;
  const platform = options.scenario === 'platforms';
  const one = client.callWith(apiKey, gate);
  const callApi = platform ? shareReads(one, elapsed) : one;
  const gates = new Map<string, RequestGate>();
  /** Another instance of the same service: its limits are its own, and hold however often it is opened. */
  const openPool = (key: string, application: string) => {
    const name = `${application}/${client.limitFor(key)}`;
    const own = gates.get(name) ?? client.gateOf(key);
    gates.set(name, own);
    return client.callWith(key, own);
  };
  const small = platform ? '/platform/applications' : '/users/count';
  const { platformToken: token } = options;
  const openApplication = poolByKey(callApi, openPool);
  const besides = (apiKey: string) => besideKey(client.callWith(apiKey, gate));
  return {
    ...aboutItself(
      platform
        ? {
            ...withPools(
              { ...createPlatformPull(callApi), ...createPlatformPush(callApi, openApplication) },
              openApplication,
            ),
            countPeople: createCountPeople(openApplication),
            countPool: createCountPool(openApplication),
            readUsage: createReadUsage(callApi),
            readTwin: createReadTwin(callApi),
          }
        : token === undefined
          ? { ...createPull(callApi), ...createPush(callApi) }
          : createBoth(callApi, besides(token), (signal) => readInstanceId(callApi, signal)),
    ),
    ...client.told(callApi, small),
    // A platform has no id: its applications tell it.
    instanceId: async (signal) =>
      platform ? { ok: true, value: '', requestId: '' } : readInstanceId(callApi, signal),
  };
}
