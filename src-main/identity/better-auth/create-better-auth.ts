import { EntityName, entityWords } from '@shared/domain/entity';
import { services } from '@shared/domain/services';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { callsOf } from '../calls-of';
import { whatOf } from '../cannot-be-sent';
import type { Identity, IdentityOptions } from '../identity';
import { apiBase, openClient } from '../open-client';
import { createPull } from '../pull';
import { createPush } from '../push';
import { strangeAnswer } from '../strange-answer';
import { betterAuthAdapters } from './adapters';
import { betterAuthWire } from './wire';

const Instance = z.object({ id: z.string().min(1) });
const instancePath = '/tenantry/instance';

const without = (what: string) => ({
  ...{
    state: 'missing' as const,
    reason: t('{service} has no {what}.', { service: services['better-auth'].label, what }),
  },
  next: t('Go on without.'),
});

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
    lacking: (call) =>
      callsOf(betterAuthAdapters, call, new Map()) === null
        ? {
            code: 'invalid-input',
            message: t('{service} does not take this change ({change}). Nothing was staged.', {
              service: label,
              change: whatOf(call),
            }),
            next: t('Make it on the server itself.'),
          }
        : null,
    lacks: {
      ...Object.fromEntries(missing.map((entity) => [`list.${entity}`, without(entityWords[entity].many)])),
      organizationDomains: without(t('domains of organizations')),
      platform: { ...without(t('Platform API')), state: 'off' },
    },
  };
}
