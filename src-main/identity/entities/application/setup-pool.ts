import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { z } from 'zod';
import type { ApiCall } from '../../api-call';
import type { CallApi } from '../../call-api';
import { listIn } from '../../list-in';
import { strangeAnswer } from '../../strange-answer';

/** A record as its list gives it. */
export type Row = Readonly<Record<string, unknown>>;
const Row = z.record(z.string(), z.unknown());

/** Ends a copy as a whole: what was not copied is copied when it is repeated. */
export class Stopped extends Error {
  constructor(readonly failure: RemoteFailure) {
    super(failure.message);
  }
}

/** What the service will say again when it is asked again: it ends a list, and not the others. */
const lasting: readonly RemoteFailure['kind'][] = [
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'malformed',
];

/** One application's pool: what is read and written there. A refusal is the answer; all else ends the copy. */
export interface SetupPool {
  ask(call: ApiCall): Promise<RemoteResult<unknown>>;
  /** All records of a list; none where organizations are off. */
  read(path: string): Promise<RemoteResult<readonly Row[]>>;
}

const pageSize = 500;

export function setupPool(application: string, callApi: CallApi, signal?: AbortSignal): SetupPool {
  const ask = async (call: ApiCall): Promise<RemoteResult<unknown>> => {
    const answer = await callApi(call, signal);
    if (answer.ok || lasting.includes(answer.failure.kind)) return answer;
    // Whatever took effect is found by its mark when the copy is repeated.
    throw new Stopped({ ...passing(application, answer.failure), mayHaveTakenEffect: false });
  };
  const read = async (path: string): Promise<RemoteResult<readonly Row[]>> => {
    const all = new Map<string, Row>();
    const sign = path.includes('?') ? '&' : '?';
    for (;;) {
      const asked = `${path}${sign}paginated=true&limit=${pageSize}&offset=${all.size}`;
      const answer = await ask({ method: 'GET', path: asked });
      if (!answer.ok && answer.failure.lack !== 'off') return answer;
      const page = answer.ok ? z.array(Row).safeParse(listIn(answer.value)).data : [];
      if (page === undefined) return strangeAnswer(false);
      const before = all.size;
      for (const row of page) all.set(JSON.stringify(row.id ?? row.slug ?? row), row);
      // Some of these lists know no pages: what comes again is the whole of it.
      if (page.length < pageSize || all.size === before)
        return { ok: true, value: [...all.values()], requestId: '' };
    }
  };
  return { ask, read };
}

/** The pool's own key may not be accepted yet, or no more: that passes, and says nothing of the Platform token. */
export const passing = (application: string, failure: RemoteFailure): RemoteFailure =>
  failure.kind === 'unauthorized'
    ? {
        ...failure,
        kind: 'server',
        message: t('The key of {application} is not accepted: {message}', {
          application,
          message: failure.message,
        }),
      }
    : failure;
