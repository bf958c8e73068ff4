import { EntityName, entityWords } from '@shared/domain/entity';
import { services } from '@shared/domain/services';
import { z } from 'zod';
import type { Identity, IdentityOptions } from '../identity';
import { apiBase, openClient } from '../open-client';
import { createPull } from '../pull';
import { createPush } from '../push';
import { strangeAnswer } from '../strange-answer';
import { betterAuthAdapters } from './adapters';
import { betterAuthWire } from './wire';

const Instance = z.object({ id: z.string().min(1) });
const instancePath = '/tenantry/instance';

/** A client of a Better Auth server (1.7) that has Tenantry's plugin. */
export function createBetterAuth(options: IdentityOptions): Identity {
  const { label, basePath } = services['better-auth'];
  const client = openClient(options, betterAuthWire, apiBase(options.url, basePath));
  const callApi = client.callWith(options.apiKey, client.gate);
  const missing = EntityName.options.filter((entity) => betterAuthAdapters[entity] === null);
  return {
    ...createPull(callApi, betterAuthAdapters),
    ...createPush(callApi, betterAuthAdapters),
    ...client.told(callApi, instancePath),
    instanceId: async (signal) => {
      const answer = await callApi({ method: 'GET', path: instancePath }, signal);
      if (!answer.ok) return answer;
      const told = Instance.safeParse(answer.value).data;
      return told === undefined ? strangeAnswer(false) : { ...answer, value: told.id };
    },
    lacks: Object.fromEntries(
      missing.map((entity) => {
        const reason = `${label} has no ${entityWords[entity].many}.`;
        return [`list.${entity}`, { state: 'missing', reason, next: 'Go on without them.' }];
      }),
    ),
  };
}
