import type { WrittenCall } from '@shared/domain/copy-as/written-call';
import { editableField } from '@shared/domain/editable-fields';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { absentAs, absentWith } from './absent-as';
import type { CallApi } from './call-api';
import { callsOf, sendCalls } from './calls-of';
import { cannotBeSent } from './cannot-be-sent';
import { deletionFault } from './deletion-fault';
import { type Adapter, type Adapters, adapterIn, noIds } from './entities/adapter';
import { adapters as clerks } from './entities/adapters';
import type { KnownIds, PushPort } from './identity-port';
import { listIn } from './list-in';
import { sendTogether } from './send-together';
import { strangeAnswer } from './strange-answer';
import { textOf } from './text-of';
import { listPages, walkWhole } from './walk-list';
import { heldById, writtenCalls } from './written-calls';

function createFindCreated(callApi: CallApi, adapters: Adapters): PushPort['findCreated'] {
  const slugOwner = createSlugOwner(callApi, adapters);
  return async (entity, values, signal) => {
    const slug = editableField(entity, 'slug')?.kind === 'slug' ? textOf(values, 'slug') : '';
    if (slug !== '') {
      const owner = await slugOwner(slug, signal);
      return owner.ok ? { ...owner, value: owner.value === null ? [] : [owner.value] } : owner;
    }
    const adapter = adapterIn(adapters, entity);
    const search = adapter?.find?.(values);
    if (adapter && search && search.paths === undefined) {
      const { records, end } = await walkWhole(callApi, adapter, signal);
      const like = records.filter(search.isLike);
      if (like.length === 0 && !end.ok) return end;
      const found = { ok: true, value: newestFirst(like) } as const;
      return end.ok ? { ...found, requestId: end.requestId } : { ...found, requestId: '', rest: end.failure };
    }
    let result: RemoteResult<readonly RemoteRecord[]> = { ok: true, value: [], requestId: '' };
    for (const path of search?.paths ?? []) {
      const answer = await callApi({ method: 'GET', path }, signal);
      // No organization means that nothing was made in it; no list means nothing.
      if (!answer.ok) return absentWith(callApi, answer, { parent: search?.parent, value: [] }, signal);
      const list = listIn(answer.value);
      if (list === undefined) return strangeAnswer(false);
      const records = list.map((raw) => adapter?.decodeAnswer(raw));
      if (records.includes(undefined)) return strangeAnswer(false);
      const like = records
        .filter((record) => record !== undefined)
        .filter((record) => search?.isLike(record));
      result = { ...answer, value: newestFirst(like) };
      if (like.length > 0) break;
    }
    return result;
  };
}

const newestFirst = (records: readonly RemoteRecord[]): readonly RemoteRecord[] =>
  [...records].sort((a, b) => createdAt(b) - createdAt(a));

function createdAt(record: RemoteRecord): number {
  return 'createdAt' in record ? record.createdAt : 0;
}

/** Ids by key, read anew: roles hold permissions by id on the wire, settings hold roles so. A key that is not there is refused. */
async function readIds(
  callApi: CallApi,
  list: Adapter<'permission'> | Adapter<'role'>,
  what: keyof KnownIds,
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<RemoteResult<ReadonlyMap<string, string>>> {
  const ids = new Map<string, string>();
  for await (const answer of listPages<'permission' | 'role'>(callApi, list, signal)) {
    if (!answer.ok) return answer;
    for (const { key, id } of answer.value.records) ids.set(key, id);
  }
  const missing = keys.find((key) => !ids.has(key));
  if (missing === undefined) return { ok: true, value: ids, requestId: '' };
  return {
    ok: false,
    failure: {
      kind: 'invalid',
      status: 0,
      code: `${what}-missing`,
      message:
        what === 'role'
          ? t('The service has no role {key}.', { key: missing })
          : t('The service has no permission {key}.', { key: missing }),
      requestId: '',
      retryAfterMs: 0,
      mayHaveTakenEffect: false,
    },
  };
}

/** The writing half of the client. */
export function createPush(
  callApi: CallApi,
  adapters: Adapters = clerks,
  api: WrittenCall['api'] = 'backend',
): Pick<PushPort, 'send' | 'findCreated' | 'walkOf' | 'slugOwner' | 'describe' | 'written'> {
  const sendOrGather = sendTogether(callApi);
  return {
    findCreated: createFindCreated(callApi, adapters),
    walkOf: (entity, wanted) => {
      const adapter = adapterIn(adapters, entity);
      if (adapter === null || adapter.update !== undefined || adapter.perform !== undefined) return null;
      const search = wanted === 'like' ? adapter.find?.({}) : undefined;
      const walked =
        wanted === 'one' ? adapter.onePath === undefined : search !== undefined && search.paths === undefined;
      return walked ? () => walkWhole(callApi, adapter) : null;
    },
    slugOwner: createSlugOwner(callApi, adapters),
    describe: (call) => {
      const calls = callsOf(adapters, call, noIds);
      return calls === null
        ? t('cannot be sent: {verb} {entity}', { verb: call.verb, entity: call.entity })
        : calls.shown;
    },
    written: (call, known) => writtenCalls(adapters, api, call, known),
    async send(call, signal) {
      const adapter = adapterIn(adapters, call.entity);
      const { of: what, keys } = heldById(adapters, call);
      const list = what && adapters[what];
      if (what !== null && list === null) return cannotBeSent(call);
      const ids = what && list && (await readIds(callApi, list, what, keys, signal));
      if (ids?.ok === false) return ids;
      const calls = callsOf(adapters, call, ids?.value ?? noIds);
      if (calls === null || adapter === null) return cannotBeSent(call);
      const answer = await sendCalls(sendOrGather, calls, signal);
      if (!answer.ok) return answer;
      const against = deletionFault(call, answer.value);
      if (against !== null) return against;
      const secret = secretOf(adapter, answer.value);
      if (!calls.answersRecord) return { ...answer, ...secret, value: null };
      const record =
        call.verb === 'create'
          ? adapter.decodeAnswer(answer.value)
          : adapter.decodeAnswer(answer.value, call.record, call.verb === 'update' ? call : undefined);
      return record === undefined ? strangeAnswer(true) : { ...answer, ...secret, value: record };
    },
  };
}

/** What an answer shows once, '' where it came without: a public client has no secret. */
function secretOf(
  { secretIn = [] }: Pick<Adapter<EntityName>, 'secretIn'>,
  body: unknown,
): { secret?: string } {
  const shown = z.record(z.string(), z.unknown()).safeParse(body).data ?? {};
  const secret = secretIn.map((name) => shown[name]).find((value) => typeof value === 'string');
  return secretIn.length === 0 ? {} : { secret: secret ?? '' };
}

/** Who has a slug; nobody where nothing goes by one. */
function createSlugOwner(callApi: CallApi, { organization }: Adapters): NonNullable<PushPort['slugOwner']> {
  return async (slug, signal) => {
    const path = organization?.slugPath?.(slug);
    if (organization === null || path === undefined) return { ok: true, value: null, requestId: '' };
    const answer = await callApi({ method: 'GET', path }, signal);
    if (!answer.ok) return absentAs(answer, null);
    const record = organization.decodeAnswer(answer.value);
    return record === undefined ? strangeAnswer(false) : { ...answer, value: record };
  };
}
