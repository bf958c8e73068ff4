import { z } from 'zod';
import type { Wire } from '../wire';

/** Error body of Better Auth 1.7: statuses are coarse (400 for what is not there now and then), codes are not. */
const Said = z.object({ code: z.string(), message: z.string().catch('') });

/** Codes of rows that are not there, whatever the status. */
const notThere = /^(?:USER|ORGANIZATION|MEMBER|INVITATION)_NOT_FOUND$/;

/** How a Better Auth server is spoken to: with the token of an admin's session (plugin `bearer`). */
export const betterAuthWire: Wire = {
  headers: (apiKey) => ({ Authorization: `Bearer ${apiKey}` }),
  // It gives calls no ids.
  traceHeader: 'x-request-id',
  waitHeader: 'x-retry-after',
  readError: (body, status) => {
    const said = Said.safeParse(body).data;
    if (said === undefined) return undefined;
    const kind = notThere.test(said.code) ? ({ kind: 'not-found' } as const) : {};
    return { ...said, requestId: '', ...kind, ...(status === 403 && { lack: 'refused' }) };
  },
  limitOf: () => null,
  // Its own limiter, where it is on: 100 requests of one path in 10 s.
  requestsPer10s: () => 100,
};
