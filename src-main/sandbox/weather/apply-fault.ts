import { once } from 'node:events';
import type { HttpBindings } from '@hono/node-server';
import { errorBody } from '../kit/answer';
import { traceHeader } from '../kit/trace';
import type { Fault } from './fault';
import { pause } from './pause';

/** A call that a fault hits; `run` lets it take effect and gives the true answer. */
export type FaultyCall = {
  readonly fault: Fault;
  readonly method: string;
  readonly outgoing: HttpBindings['outgoing'];
  /** Goes into the error answer, and into the head of one that is sent in part. */
  readonly traceId: string;
  readonly run: () => Promise<Response>;
};

const json = (body: string, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });

const errorCodes: Readonly<Record<number, string>> = {
  401: 'clerk_key_invalid',
  403: 'authorization_invalid',
  404: 'resource_not_found',
  409: 'conflict',
  429: 'too_many_requests',
};

const injected = (
  traceId: string,
  status: number,
  code = errorCodes[status] ?? 'internal_clerk_error',
): string =>
  JSON.stringify(
    errorBody(
      [{ message: 'Injected fault', long_message: `Injected ${status} by the sandbox.`, code }],
      traceId,
    ),
  );

/** Sends the head and the first bytes of an answer, as a connection that breaks half way does. */
const sendPart = async (
  answer: Response,
  bytes: number,
  { outgoing, traceId }: Pick<FaultyCall, 'outgoing' | 'traceId'>,
): Promise<void> => {
  const whole = Buffer.from(await answer.arrayBuffer());
  outgoing.writeHead(answer.status, {
    'content-type': 'application/json',
    [traceHeader]: traceId,
    'content-length': String(Math.max(whole.length, bytes + 1)),
  });
  await new Promise((sent) => outgoing.write(whole.subarray(0, bytes), sent));
};

/**
 * Answers a call the way its fault says. `cut` means: destroy the connection now.
 *
 * A call in phase `before` never reaches the API; one in phase `after` took effect before it fails.
 */
export const applyFault = async ({
  fault,
  method,
  outgoing,
  traceId,
  run,
}: FaultyCall): Promise<Response | 'cut'> => {
  if (fault.kind === 'duplicate') {
    await run();
    return run();
  }
  if (fault.kind === 'delay') {
    if (fault.phase === 'before') await pause(fault.ms);
    const answer = await run();
    if (fault.phase === 'after') await pause(fault.ms);
    return answer;
  }
  const truth =
    fault.phase === 'after' || (fault.kind === 'truncate' && method === 'GET') ? await run() : undefined;
  switch (fault.kind) {
    case 'status':
      return json(
        injected(traceId, fault.status, fault.code),
        fault.status,
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      );
    case 'malformed':
      return json('{"object": "organization", "id": <html>bad gateway</html>');
    case 'truncate':
      await sendPart(truth ?? json('{"object":"unknown","id":"unknown_000000000000000"}'), fault.bytes, {
        outgoing,
        traceId,
      });
      return 'cut';
    case 'hang':
      await Promise.race([once(outgoing, 'close'), pause(fault.ms)]);
      return 'cut';
    case 'drop':
      return 'cut';
  }
};
