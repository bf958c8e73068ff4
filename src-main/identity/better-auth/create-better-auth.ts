import { EntityName, entityWords } from '@shared/domain/entity';
import { services } from '@shared/domain/services';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { aboutItself } from '../about-itself';
import { callsOf } from '../calls-of';
import { whatOf } from '../cannot-be-sent';
import { noIds } from '../entities/adapter';
import type { Identity, IdentityOptions } from '../identity';
import type { RemoteCall } from '../identity-port';
import { apiBase, openClient } from '../open-client';
import { createPull } from '../pull';
import { createPush } from '../push';
import { strangeAnswer } from '../strange-answer';
import { dropped, untaken } from '../untaken';
import { betterAuthAdapters } from './adapters';
import { betterAuthWire } from './wire';

/** A version that anybody may print; what an older plugin does not tell, or tells otherwise, is '' and costs nothing. */
const version = z
  .string()
  .regex(/^[\w.+-]{1,40}$/)
  .catch('');
const Instance = z.object({ id: z.string().min(1), betterAuth: version, plugin: version });
const instancePath = '/tenantry/instance';

const onServer = t('Make it on the server itself.');

/** What a creation names and no call of it would carry: `redirectUrl of invitation`; null where all of it goes. */
function droppedOf(call: RemoteCall): string | null {
  if (call.verb !== 'create') return null;
  const { entity, values } = call;
  const field = dropped(betterAuthAdapters, entity, values);
  return field === undefined ? null : t('{done} of {entity}', { done: field, entity });
}

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
  let told = { betterAuth: '', plugin: '' };
  const missing = EntityName.options.filter((entity) => betterAuthAdapters[entity] === null);
  return {
    ...aboutItself({
      ...createPull(callApi, betterAuthAdapters),
      ...createPush(callApi, betterAuthAdapters, 'better-auth'),
    }),
    ...client.told(callApi, instancePath),
    instanceId: async (signal) => {
      const answer = await callApi({ method: 'GET', path: instancePath }, signal);
      if (!answer.ok) return answer;
      const instance = Instance.safeParse(answer.value).data;
      if (instance === undefined) return strangeAnswer(false);
      told = instance;
      return { ...answer, value: instance.id };
    },
    version: () =>
      [
        ...(told.betterAuth === '' ? [] : [`${label} ${told.betterAuth}`]),
        ...(told.plugin === '' ? [] : [t('plugin {version}', { version: told.plugin })]),
      ].join(', '),
    lacking: (call) => {
      const change = callsOf(betterAuthAdapters, call, noIds) === null ? whatOf(call) : droppedOf(call);
      return change === null
        ? null
        : {
            code: 'invalid-input',
            message: t('{service} does not take this change ({change}). Nothing was staged.', {
              service: label,
              change,
            }),
            next: onServer,
          };
    },
    lacks: {
      ...untaken(betterAuthAdapters, EntityName.options, {
        state: 'missing',
        reason: t('{service} does not take this change.', { service: label }),
        next: onServer,
      }),
      ...Object.fromEntries(missing.map((entity) => [`list.${entity}`, without(entityWords[entity].many)])),
      branding: without(t('branding of organizations')),
      organizationDomains: without(t('domains of organizations')),
      platform: { ...without(t('Platform API')), state: 'off' },
    },
  };
}
