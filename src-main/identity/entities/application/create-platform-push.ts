import { configPrefix } from '@shared/domain/config-field';
import type { EntityName } from '@shared/domain/entity';
import { type JsonObject, JsonObject as JsonObjectSchema } from '@shared/domain/json';
import { imageUseOf } from '@shared/domain/models/application-images';
import { lastKnownRow } from '@shared/domain/project';
import type { RemoteApplication, RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { createQueue } from '@shared/queue';
import { z } from 'zod';
import type { ApiCall } from '../../api-call';
import type { CallApi } from '../../call-api';
import { cannotBeSent } from '../../cannot-be-sent';
import type { PushPort, RemoteCall } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { writtenCall } from '../../written-call';
import { applicationCall } from './application-calls';
import { type ApplicationDetails, ApplicationWire, readApplication } from './application-wire';
import { copySetup, type OpenApplication } from './copy-setup';
import { domainAfter, domainCall, domainGuard } from './domain-writes';
import { readDomain } from './platform-domain';
import { readApplicationDetails, readAs } from './read-application-details';
import { applicationTransfers, domainIntents } from './workspace-lists';

/** `PlatformConfigPatchResponse`. */
const Patched = z.object({ config_version: z.string().default(''), after: JsonObjectSchema.default({}) });
/** `PlatformRotateSecretKeysResponse`. */
const Rotated = z.object({
  instances: z.array(z.object({ environment_type: z.string(), secret_key: z.string() })),
});
/** What making an instance answers, its key shown this once. */
const MadeInstance = z.object({
  id: z.string().min(1),
  active_domain: z.object({ name: z.string() }),
  secret_key: z.string(),
});

type Row = StoredRecord<'application'>;
type Answered = Extract<RemoteResult<unknown>, { ok: true }>;

/**
 * The writing half of the platform's client: applications, their names and configs.
 *
 * @param openPool the way into the pool of one of them; left out where the workspace is that of one instance, which neither makes nor ends
 * applications
 */
export function createPlatformPush(
  callApi: CallApi,
  openPool?: OpenApplication,
): Pick<PushPort, 'send' | 'tryOut' | 'findCreated' | 'describe' | 'written'> {
  const callOf = (call: RemoteCall): ApiCall | null => {
    if (openPool === undefined && call.verb !== 'update' && !setsImage(call)) return null;
    return writers[call.entity]?.callOf(call) ?? null;
  };

  const turns = new Map<string, ReturnType<typeof createQueue>>();
  const turnsAt = (path: string): ReturnType<typeof createQueue> => {
    const queue = turns.get(path) ?? createQueue();
    turns.set(path, queue);
    return queue;
  };

  return {
    tryOut: (call, signal) => {
      const sent = callOf(call);
      return sent?.ifMatch === undefined ? null : tryOut(callApi, sent, signal);
    },
    findCreated: async (entity, values, signal) =>
      (await writers[entity]?.find(callApi, values, signal)) ?? {
        ok: true,
        value: [],
        requestId: '',
      },
    describe: (call) => {
      if (copies(call))
        return t('copies roles, lists and templates of {application}', {
          application: String(call.values.from),
        });
      const sent = callOf(call);
      return sent === null
        ? t('cannot be sent: {verb} {entity}', { verb: call.verb, entity: call.entity })
        : `${sent.method} ${sent.path}`;
    },
    written: (call) => {
      const sent = copies(call) ? null : callOf(call);
      return sent === null
        ? {
            calls: [],
            notes: [
              copies(call)
                ? t('It takes many calls, of several applications.')
                : t('It cannot be sent: {verb} {entity}.', { verb: call.verb, entity: call.entity }),
            ],
          }
        : { calls: [writtenCall('platform', sent)], notes: [] };
    },
    send: async (call, signal) => {
      if (copies(call) && openPool !== undefined)
        return copySetup(openPool, { from: String(call.values.from), to: call.record.id }, signal);
      const sent = callOf(call);
      if (sent === null) return cannotBeSent(call);
      const look = writers[call.entity]?.guard?.(call) ?? null;
      const answer =
        look === null
          ? await callApi(sent, signal)
          : await turnsAt(sent.path)(async () => (await look(callApi, signal)) ?? callApi(sent, signal));
      if (!answer.ok) return answer;
      return writers[call.entity]?.settled(callApi, call, answer, signal) ?? cannotBeSent(call);
    },
  };
}

/** How each entity that the platform has is written. */
interface Writer {
  readonly callOf: (call: RemoteCall) => ApiCall | null;
  /** A look right before a call that goes by itself at its address, which finds why it must not; null for other calls. */
  readonly guard?: (
    call: RemoteCall,
  ) => ((callApi: CallApi, signal?: AbortSignal) => Promise<RemoteResult<never> | null>) | null;
  /** What an answer says of the record. */
  readonly settled: (
    callApi: CallApi,
    call: RemoteCall,
    answer: Answered,
    signal?: AbortSignal,
  ) => Promise<RemoteResult<RemoteRecord | null>>;
  /** Records that a creation with these values may have made, newest first. */
  readonly find: (
    callApi: CallApi,
    values: JsonObject,
    signal?: AbortSignal,
  ) => Promise<RemoteResult<readonly RemoteRecord[]>>;
}

const setsImage = (call: RemoteCall): boolean =>
  call.verb === 'perform' && imageUseOf(call.operation) !== undefined;

const copies = (call: RemoteCall): call is Extract<RemoteCall, { verb: 'perform' }> =>
  call.verb === 'perform' && call.operation === 'takeSetup';

async function settled(
  callApi: CallApi,
  call: RemoteCall,
  answer: Answered,
  signal?: AbortSignal,
): Promise<RemoteResult<RemoteRecord | null>> {
  switch (call.verb) {
    case 'create': {
      const wired = ApplicationWire.safeParse(answer.value).data;
      if (wired === undefined) return strangeAnswer(true);
      const domain = String(call.values.domain ?? '');
      return { ...answer, value: await asMade(callApi, wired, { domain, config: {} }, signal) };
    }
    case 'delete':
      return { ...answer, value: null };
    case 'update':
      return asRecord(call.record as Row, call.field, answer);
    case 'perform': {
      if (call.operation === 'takeConfig')
        return asRecord(call.record as Row, `${configPrefix}${String(call.values.key)}`, answer);
      // The answer shows no image.
      if (setsImage(call)) return { ...answer, value: null };
      if (call.operation === 'rotateKeys') return { ...answer, value: null, ...keysIn(answer.value) };
      return withProduction(callApi, call.record as Row, answer, signal);
    }
  }
}

/** An application as it is with the production instance that was just made. */
async function withProduction(
  callApi: CallApi,
  row: Row,
  answer: Answered,
  signal?: AbortSignal,
): Promise<RemoteResult<RemoteRecord>> {
  const made = MadeInstance.safeParse(answer.value).data;
  const known = lastKnownRow('application', row);
  if (made === undefined || known === null) return strangeAnswer(true);
  const { id, secret_key: secret } = made;
  const instances = [{ instance_id: id, environment_type: 'production' }];
  const wired = { application_id: known.id, name: known.name, instances };
  const told = { domain: made.active_domain.name, config: known.config };
  return { ...answer, value: await asMade(callApi, wired, told, signal), secret };
}

/** Keys that are shown this once, each with its instance. */
function keysIn(body: unknown): { readonly secret?: string } {
  const instances = Rotated.safeParse(body).data?.instances ?? [];
  const secret = instances.map((one) => `${one.environment_type}: ${one.secret_key}`).join('\n');
  return secret === '' ? {} : { secret };
}

/**
 * An application as the answer to a write tells of it, and as far as they can be read already, its details. Reads may lag behind the write, or
 * be refused: that it was done stands all the same.
 */
async function asMade(
  callApi: CallApi,
  wired: ApplicationWire,
  told: Pick<ApplicationDetails, 'domain' | 'config'>,
  signal?: AbortSignal,
): Promise<RemoteApplication> {
  const bare = readApplication(wired, { ...told, dns: '' });
  const read = await readApplicationDetails(callApi, wired, signal);
  if (!read.ok) return bare;
  const { record, missing } = read.value;
  const unread = missing.flatMap(({ fields }) => fields);
  const late = told.domain !== '' && record.domain !== told.domain ? (['domain', 'dns'] as const) : [];
  return { ...record, ...Object.fromEntries([...unread, ...late].map((field) => [field, bare[field]])) };
}

/** Applications of a name, newest first: ids sort by time. */
async function findNamed(
  callApi: CallApi,
  { name }: JsonObject,
  signal?: AbortSignal,
): Promise<RemoteResult<readonly RemoteRecord[]>> {
  const list = await readAs(callApi, '/platform/applications', z.array(z.unknown()), signal);
  if (!list.ok) return list;
  const found: RemoteRecord[] = [];
  for (const raw of list.value) {
    const wired = ApplicationWire.safeParse(raw).data;
    if (wired === undefined || wired.name !== name) continue;
    const whole = await readApplicationDetails(callApi, wired, signal);
    if (!whole.ok) return whole;
    found.push(whole.value.record);
  }
  return { ...list, value: found.sort((a, b) => (a.id < b.id ? 1 : -1)) };
}

/** The service checks the change, and writes nothing (`dry_run` of `PlatformPatchConfig`). */
async function tryOut(callApi: CallApi, sent: ApiCall, signal?: AbortSignal): Promise<RemoteResult<null>> {
  const sign = sent.path.includes('?') ? '&' : '?';
  const answer = await callApi({ ...sent, path: `${sent.path}${sign}dry_run=true` }, signal);
  return answer.ok ? { ...answer, value: null } : answer;
}

/** The record as it is after the write: the answer tells of what was written only. */
function asRecord(row: Row, field: string, answer: Answered): RemoteResult<RemoteRecord> {
  const record = lastKnownRow('application', row);
  if (record === null) throw new Error('what is provisional is created, and not edited');
  if (field === 'name') {
    const told = ApplicationWire.safeParse(answer.value).data;
    return told?.application_id === record.id
      ? { ...answer, value: { ...record, name: told.name } }
      : strangeAnswer(true);
  }
  const decoded = Patched.safeParse(answer.value);
  if (!decoded.success) return strangeAnswer(true);
  const { after, config_version: configVersion } = decoded.data;
  const config: JsonObject = { ...record.config, ...after };
  return { ...answer, value: { ...record, config, configVersion } };
}

const writers: Readonly<Partial<Record<EntityName, Writer>>> = {
  application: { callOf: applicationCall, settled, find: findNamed },
  domain: {
    callOf: domainCall,
    guard: domainGuard,
    settled: domainAfter,
    find: async (callApi, { name }, signal) => {
      const found = await readDomain(callApi, String(name), undefined, signal);
      return found.ok ? { ...found, value: found.value === null ? [] : [found.value] } : found;
    },
  },
  domainIntent: domainIntents.writes,
  applicationTransfer: applicationTransfers.writes,
};
