import type { JsonObject, JsonValue } from '@shared/domain/json';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { writeHeld } from '@shared/domain/metadata-field';
import { machineOverlapMs } from '@shared/domain/models/machine';
import { spelt } from '@shared/domain/normalised';
import { fieldAt } from '@shared/domain/records/fields-of';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { bearsName, textOf } from '../text-of';
import type { Adapter, Calls } from './adapter';
import { recordReader } from './record-reader';
import { decodePage, resource, wireBody, wireOf } from './resource';

/** What developers set up: tokens, OAuth applications, machines and API keys. */

/** Where one of that name may be: a search may know the name in another spelling, so that the newest are looked through as well. */
function searched(path: string, query: 'query' | 'name_query', values: JsonObject): readonly string[] {
  const newest = apiPath`order_by=${'-created_at'}&limit=${100}`;
  return [`${path}?${query}=${apiPath`${spelt(textOf(values, 'name'))}`}&${newest}`, `${path}?${newest}`];
}

const tokens = '/jwt_templates';
const tokenReader = recordReader('jwtTemplate', { properties: {}, read: () => ({}) });

export const jwtTemplate: Adapter<'jwtTemplate'> = {
  ...resource('jwtTemplate', tokens, tokenReader),
  // The list has no order to ask for (spec).
  pagePath: ({ limit, offset }) => `${tokens}?paginated=true&limit=${limit}&offset=${offset}`,
  decodePage: decodePage(tokenReader, true),
  create: (values) => ({
    method: 'POST',
    path: tokens,
    json: { claims: {}, ...wireBody('jwtTemplate', values) },
  }),
  update: ({ id }, field, value) => {
    const own = tokens + apiPath`/${id}`;
    return { shown: `PATCH ${own}`, reads: own, of: templateEdit(own, field, value), answersRecord: true };
  },
  find: (values) => ({ isLike: (record) => bearsName(record, values) }),
};

/** A template is written with its name and all its claims (spec: both are required): what others set meanwhile is read first. */
const templateEdit =
  (path: string, field: string, value: JsonValue): Calls['of'] =>
  (read) => {
    const found = tokenReader.schema.safeParse(read);
    if (!found.success) return undefined;
    const { name, claims } = tokenReader.read(found.data);
    const edited = writeHeld('jwtTemplate', { name, claims }, field, value);
    const property = wireOf(fieldAt('jwtTemplate', field));
    const json = {
      name: edited.name,
      claims: edited.claims,
      ...(property !== undefined && { [property]: value }),
    };
    return [{ method: 'PATCH', path, json }];
  };

const clients = '/oauth_applications';

export const oauthApplication: Adapter<'oauthApplication'> = {
  ...resource(
    'oauthApplication',
    clients,
    recordReader('oauthApplication', { properties: {}, read: () => ({}) }),
  ),
  secretIn: ['client_secret'],
  perform: ({ id }) => {
    const call = { method: 'POST', path: `${clients}${apiPath`/${id}`}/rotate_secret`, json: {} } as const;
    return { shown: `POST ${call.path}`, of: () => [call], answersRecord: true };
  },
  find: (values) => ({
    paths: searched(clients, 'name_query', values),
    isLike: (record) => bearsName(record, values),
  }),
};

const machines = '/machines';

export const machine: Adapter<'machine'> = {
  ...resource(
    'machine',
    machines,
    recordReader('machine', {
      properties: { scoped_machines: wireList(z.object({ id: wire.id })) },
      read: ({ scoped_machines: others }) => ({ scopedMachineIds: others.map(({ id }) => id).sort() }),
    }),
  ),
  secretIn: ['secret_key', 'secret'],
  perform: ({ id }, operation, values) => {
    const own = machines + apiPath`/${id}`;
    const read = { method: 'GET', path: own } as const;
    const scopes = `${own}/scopes`;
    const to = textOf(values, 'machineId');
    // Which others it may call is told by the machine, and not by the answer.
    if (operation === 'allow') {
      const call = { method: 'POST', path: scopes, json: { to_machine_id: to } } as const;
      return { shown: `POST ${scopes}`, of: () => [call, read], answersRecord: true };
    }
    if (operation === 'forbid') {
      const call = { method: 'DELETE', path: scopes + apiPath`/${to}` } as const;
      return { shown: `DELETE ${call.path}`, of: () => [call, read], answersRecord: true };
    }
    const json = { previous_token_ttl: operation === 'rotateKey' ? machineOverlapMs / 1_000 : 0 };
    const call = { method: 'POST', path: `${own}/secret_key/rotate`, json } as const;
    return { shown: `POST ${call.path}`, of: () => [call] };
  },
  find: (values) => ({
    paths: searched(machines, 'query', values),
    isLike: (record) => bearsName(record, values),
  }),
};

const keys = '/api_keys';

/** Revoked and expired ones are not listed (spec: `include_invalid`); a revoked one that is read by itself is gone. */
const keyReader = recordReader('apiKey', { properties: {}, read: () => ({}) });
const Revoked = z.object({ revoked: z.literal(true) });
const plainKeys = resource('apiKey', keys, keyReader);

export const apiKey: Adapter<'apiKey'> = {
  ...plainKeys,
  // The list has no order to ask for, and at most 100 a page (spec).
  pagePath: ({ limit, offset, of = '' }) =>
    keys + apiPath`?subject=${of}&limit=${Math.min(limit, 100)}&offset=${offset}`,
  decodePage: decodePage(keyReader, true),
  decodeOne: (body, known) => (Revoked.safeParse(body).success ? null : plainKeys.decodeOne(body, known)),
  create: ({ expiresInDays: days, ...values }) => ({
    method: 'POST',
    path: keys,
    json: {
      ...wireBody('apiKey', values),
      ...(typeof days === 'number' && { seconds_until_expiration: days * 86_400 }),
    },
  }),
  secretIn: ['secret'],
  remove: ({ id }) => ({ method: 'POST', path: `${keys}${apiPath`/${id}`}/revoke`, json: {} }),
  find: (values) => ({
    paths: [
      keys +
        apiPath`?subject=${textOf(values, 'subject')}&query=${spelt(textOf(values, 'name'))}&limit=${100}`,
    ],
    isLike: (record) => bearsName(record, values),
  }),
};
