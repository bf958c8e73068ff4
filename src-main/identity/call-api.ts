import type { EndpointLimit } from '@shared/domain/endpoint-limits';
import { endpointOf } from '@shared/domain/endpoint-of';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { longestWaitMs, mostLimitedReads } from '@shared/domain/retry-policy';
import { t } from '@shared/language/t';
import { answerFailure, heldFailure, malformedAnswer } from './answer-failure';
import type { ApiCall } from './api-call';
import { truncatedCode } from './identity-port';
import { betweenFailure, networkFailure, pageFailure } from './network-failure';
import type { RequestGate } from './request-gate';
import { retryAfterMs } from './retry-after';
import type { ServiceClock } from './service-clock';
import type { Wire } from './wire';

export interface ApiOptions {
  /** Base, e.g. `https://api.clerk.com/v1`, without a slash at the end. */
  readonly url: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly gate: RequestGate;
  /** The limit that a call counts for beside the instance's; null for none. */
  readonly limitOf: (call: ApiCall) => EndpointLimit | null;
  readonly clock: ServiceClock;
  readonly wire: Wire;
}

/** Sends a call and brings its JSON; all that can go wrong comes back as a failure. */
export type CallApi = (call: ApiCall, signal?: AbortSignal) => Promise<RemoteResult<unknown>>;

export function createCallApi(options: ApiOptions): CallApi {
  const { gate, limitOf, now } = options;
  return async (call, signal) => {
    const endpoint = endpointOf(call);
    const to = { endpoint, quota: limitOf(call) };
    for (let attempt = 1; ; attempt += 1) {
      const passed = await gate.pass(to, () => once(options, call, signal), signal);
      if ('held' in passed) return { ok: false, failure: heldFailure(endpoint, passed.held, now()) };
      const result = passed.value;
      if (result.ok || result.failure.kind !== 'rate-limited') return result;
      const { retryAfterMs: wait } = result.failure;
      gate.hold(endpoint, wait);
      if (wait > longestWaitMs) {
        const { message } = heldFailure(endpoint, wait, now());
        return { ok: false, failure: { ...result.failure, message } };
      }
      // A refused read costs nothing to repeat; a write goes back, for its wait is journaled.
      if (call.method !== 'GET' || attempt >= mostLimitedReads || signal?.aborted) return result;
    }
  };
}

async function once(
  options: ApiOptions,
  call: ApiCall,
  given: AbortSignal | undefined,
): Promise<RemoteResult<unknown>> {
  const { url, apiKey, timeoutMs, now, wire } = options;
  const write = call.method !== 'GET';
  const timer = AbortSignal.timeout(timeoutMs);
  const signal = given === undefined ? timer : AbortSignal.any([given, timer]);
  const failed = (error: unknown): RemoteResult<never> => {
    const cut = given?.aborted ? 'aborted' : timer.aborted ? 'timed-out' : null;
    return { ok: false, failure: networkFailure(error, { write, cut }) };
  };
  if (given?.aborted) return { ok: false, failure: networkFailure(null, { write: false, cut: 'aborted' }) };

  let response: Response;
  try {
    response = await options.fetch(url + call.path, {
      method: call.method,
      headers: {
        ...wire.headers(apiKey),
        Accept: 'application/json',
        ...(call.json !== undefined && { 'Content-Type': 'application/json' }),
        ...(call.ifMatch !== undefined && { 'If-Match': call.ifMatch }),
      },
      ...(call.json !== undefined && { body: JSON.stringify(call.json) }),
      ...(call.form !== undefined && { body: call.form }),
      // The API never redirects; whoever does is a portal between us and it. Nothing is followed with the key.
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    return failed(error);
  }
  const { status, headers } = response;
  if (response.ok) options.clock.note(headers.get('date'));
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const to = headers.get('location') ?? '';
    const place = URL.canParse(to) ? new URL(to).host : t('status {status}', { status: String(status) });
    return { ok: false, failure: betweenFailure('redirected', place, status) };
  }
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    if (signal.aborted) return failed(error);
    // A refused tunnel: Chromium tells its status, and has no body for it.
    if (status === 407) return { ok: false, failure: betweenFailure('proxy-login', 'status 407', status) };
    return { ok: false, failure: malformedAnswer({ status, ...brokenOff }, write) };
  }
  if (!response.ok) {
    const dated = Date.parse(headers.get('date') ?? '');
    const serviceNow = Number.isNaN(dated) ? (options.clock.now() ?? now()) : dated;
    const wait = retryAfterMs(headers.get(wire.waitHeader), serviceNow);
    return { ok: false, failure: answerFailure({ status, text, retryAfterMs: wait }, write, wire) };
  }
  try {
    return {
      ok: true,
      value: (call.read ?? JSON.parse)(text),
      requestId: headers.get(wire.traceHeader) ?? '',
    };
  } catch {
    if (isPage(text, headers)) return { ok: false, failure: pageFailure(status, write) };
    return { ok: false, failure: malformedAnswer({ status, ...notJson(text) }, write) };
  }
}

const brokenOff = { code: truncatedCode, message: t('The answer broke off half way.') };

/** What began as JSON, and is no page of somebody else's, was cut: by its length, or inside of what was compressed, which nobody tells. */
function notJson(text: string): { readonly code: string; readonly message: string } {
  if (/^\s*[[{]/.test(text) && !/>\s*$/.test(text)) return brokenOff;
  return text.trim() === ''
    ? { code: 'empty', message: t('The answer is empty.') }
    : { code: 'not-json', message: t('The answer is not JSON.') };
}

/** The API knows no pages, whatever their status. */
function isPage(text: string, headers: Headers): boolean {
  return (headers.get('content-type') ?? '').includes('text/html') || /^\s*<(!doctype|html)/i.test(text);
}
