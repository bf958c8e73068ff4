import { endpointLimitOf } from '@shared/domain/endpoint-limits';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { services } from '@shared/domain/services';
import { z } from 'zod';
import type { Wire } from '../wire';

/** The version of the API that this client was written for (`Clerk-API-Version`). */
const apiVersion = '2026-05-12';

/** Error body of the service (spec: `components.schemas.ClerkErrors`). */
const ClerkErrors = z.object({
  errors: z.array(
    z.object({ code: z.string(), message: z.string().catch(''), long_message: z.string().catch('') }),
  ),
  clerk_trace_id: z.string().catch(''),
});

/**
 * Said where organizations are switched off in the instance. Their lists count as empty then; of a single record the answer
 * proves nothing, for it is back as soon as they are switched on again.
 */
const organizationsOff = 'organization_not_enabled_in_instance';

const lacks: Readonly<Record<number, RemoteFailure['lack']>> = {
  402: 'unpaid',
  404: 'missing',
  410: 'missing',
};

/** Clerk's Backend API and Platform API. */
export const clerkWire: Wire = {
  headers: (apiKey) => ({ Authorization: `Bearer ${apiKey}`, 'Clerk-API-Version': apiVersion }),
  traceHeader: 'x-clerk-trace-id',
  waitHeader: 'retry-after',
  readError: (body, status) => {
    const read = ClerkErrors.safeParse(body).data;
    const [error] = read?.errors ?? [];
    if (read === undefined || error === undefined) return undefined;
    const { code, message, long_message: longer } = error;
    const lack = code === organizationsOff ? 'off' : lacks[status];
    return { code, message: longer || message, requestId: read.clerk_trace_id, ...(lack && { lack }) };
  },
  limitOf: (call) => endpointLimitOf(call),
  // Per instance: production and development.
  requestsPer10s: (apiKey) => (services.clerk.isTestKey(apiKey) ? 100 : 1_000),
};
