import { type BulkEndpoint, bulkEndpointOf } from '@shared/domain/bulk-endpoints';
import { sameHeld } from '@shared/domain/normalised';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import type { ApiCall } from './api-call';
import type { CallApi } from './call-api';
import { listIn } from './list-in';
import { strangeAnswer } from './strange-answer';

/** A call goes when no other of its kind has come for so long, ms, or when as many have come as one request takes. */
const lingerMs = 40;

interface Waiting {
  readonly call: ApiCall;
  readonly answer: (result: RemoteResult<unknown>) => void;
}

/**
 * Sends calls that come at about the same time and can go together as one request (`bulkEndpointOf`), and hands each its own part
 * of the answer; all others pass. A request that is refused for what one of them asks is repeated one by one, so that only that one
 * is refused: the service does all of a bulk or nothing, and what it had done all the same is met like every write from elsewhere.
 */
export function sendTogether(callApi: CallApi): CallApi {
  const gathering = new Map<string, Waiting[]>();

  async function go(bulk: BulkEndpoint, waiting: readonly Waiting[]): Promise<void> {
    if (gathering.get(bulk.path) === waiting) gathering.delete(bulk.path);
    const calls = waiting.map(({ call }) => call);
    const results = calls.length === 1 ? null : await asOne(callApi, bulk, calls);
    await Promise.all(
      waiting.map(async ({ call, answer }, index) => answer(results?.[index] ?? (await callApi(call)))),
    );
  }

  async function linger(bulk: BulkEndpoint, waiting: readonly Waiting[]): Promise<void> {
    for (let seen = 0; seen < waiting.length; ) {
      seen = waiting.length;
      await new Promise((resolve) => setTimeout(resolve, lingerMs));
    }
    if (gathering.get(bulk.path) === waiting) await go(bulk, waiting);
  }

  return async (call, signal) => {
    const bulk = bulkEndpointOf(call);
    if (bulk === null || signal !== undefined) return callApi(call, signal);
    return new Promise((answer) => {
      const known = gathering.get(bulk.path);
      const waiting = known ?? [];
      waiting.push({ call, answer });
      if (waiting.length === bulk.most) void go(bulk, waiting);
      else if (known === undefined) {
        gathering.set(bulk.path, waiting);
        void linger(bulk, waiting);
      }
    });
  };
}

/** The part of each call in one request's answer; null where each has to be sent alone. */
async function asOne(
  callApi: CallApi,
  { method, path }: BulkEndpoint,
  calls: readonly ApiCall[],
): Promise<readonly RemoteResult<unknown>[] | null> {
  const persons = calls.map(({ path: own }) => /^\/users\/([^/]+)\/(?:un)?ban$/.exec(own)?.[1]);
  const json = persons.every((id) => id !== undefined)
    ? { user_ids: persons.map(decodeURIComponent) }
    : calls.map((call) => call.json);
  const answer = await callApi({ method, path, json });
  if (!answer.ok) return refusesOne(answer.failure) ? null : calls.map(() => answer);
  const list = listIn(answer.value) ?? [];
  return calls.map((call, index) => {
    const part = list.find((raw) => isPart(raw, call, persons[index]));
    return part === undefined ? strangeAnswer(true) : { ...answer, value: part };
  });
}

/** Said of what one of them asks, a full organization (403) among it, and not of the key, the pace or the network. */
const ofOne: readonly RemoteFailure['kind'][] = ['invalid', 'conflict', 'not-found', 'forbidden'];

const refusesOne = ({ kind, mayHaveTakenEffect }: RemoteFailure): boolean =>
  !mayHaveTakenEffect && ofOne.includes(kind);

const Marked = z.object({ id: z.string(), email_address: z.string().optional() });

/** People are told by their id, what is made by its address. */
function isPart(raw: unknown, { json }: ApiCall, person: string | undefined): boolean {
  const marks = Marked.safeParse(raw).data;
  if (marks === undefined) return false;
  if (person !== undefined) return marks.id === decodeURIComponent(person);
  const sent = z.object({ email_address: z.string() }).safeParse(json).data;
  return sent !== undefined && sameHeld('email', marks.email_address ?? '', sent.email_address);
}
