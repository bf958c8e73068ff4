import { type Failure, failure, type Result } from '@shared/contract/failure';
import { type FeedInputOf, type FeedName, type FeedOutputOf, feeds } from '@shared/contract/feeds';
import {
  type InputOf,
  mayAskAgain,
  type OperationName,
  type OutputOf,
  operations,
} from '@shared/contract/operations';
import { FromEngine, type ToEngine } from '@shared/contract/wire';
import type { EngineState } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { decode } from './decode';

/** One end of a message channel: a MessagePort, or a test's stand-in. */
export interface EnginePort {
  postMessage(message: ToEngine): void;
  onMessage(listener: (raw: unknown) => void): void;
  close(): void;
}

export interface EngineClient {
  /** A new engine is there: open subscriptions are subscribed again, waiting reads are sent. */
  attach(port: EnginePort): void;
  /** The engine is gone. Writes in flight fail; reads wait for the next engine, once, unless `final` says there is none. */
  detach(final?: Failure): void;
  call<O extends OperationName>(operation: O, input: InputOf<O>): Promise<Result<OutputOf<O>>>;
  /** Calls back with the feed's present value and each later one; returns the unsubscriber. */
  subscribe<F extends FeedName>(
    feed: F,
    input: FeedInputOf<F>,
    listener: (value: Result<FeedOutputOf<F>>) => void,
  ): () => void;
}

interface PendingCall {
  readonly operation: OperationName;
  readonly input: unknown;
  readonly settle: (result: Result<unknown>) => void;
  /** Times it was sent. */
  sent: number;
}

interface Subscription {
  readonly feed: FeedName;
  readonly input: unknown;
  readonly settle: (result: Result<unknown>) => void;
}

const stopped: Failure = {
  code: 'engine-stopped',
  message: t('The engine of this workspace stopped before it answered. What was staged before is kept.'),
  next: t('Wait until it is back (a few seconds), look at what is staged, and try again.'),
};

/**
 * The engine over a message port that may die and be replaced at any time.
 *
 *     no port ──attach──> attached ──detach──> no port
 *       reads wait          calls are sent       writes fail, reads sent once wait for the next port
 */
export function createEngineClient(): EngineClient {
  let port: EnginePort | null = null;
  let lastId = 0;
  const calls = new Map<number, PendingCall>();
  const subscriptions = new Map<number, Subscription>();

  const sendCall = (id: number, call: PendingCall): void => {
    call.sent += 1;
    port?.postMessage({ kind: 'call', id, operation: call.operation, input: call.input });
  };
  const sendSubscription = (id: number, { feed, input }: Subscription): void =>
    port?.postMessage({ kind: 'subscribe', id, feed, input });

  const finish = (id: number, result: Result<unknown>): void => {
    const call = calls.get(id);
    calls.delete(id);
    (call ?? subscriptions.get(id))?.settle(result);
  };

  const receive = (raw: unknown): void => {
    const decoded = FromEngine.safeParse(raw);
    if (!decoded.success) return;
    const message = decoded.data;
    if (message.kind === 'failure') finish(message.id, { ok: false, error: message.error });
    else if (message.kind === 'answer') finish(message.id, { ok: true, value: message.value });
    else subscriptions.get(message.id)?.settle({ ok: true, value: message.value });
  };

  return {
    attach(next) {
      port?.close();
      port = next;
      next.onMessage((raw) => {
        if (port === next) receive(raw);
      });
      for (const [id, subscription] of subscriptions) sendSubscription(id, subscription);
      for (const [id, call] of calls) {
        if (mayAskAgain(call.operation) && call.sent < 2) sendCall(id, call);
        else finish(id, { ok: false, error: stopped });
      }
    },

    detach(final) {
      port?.close();
      port = null;
      for (const [id, call] of calls) {
        const mayWait = final === undefined && mayAskAgain(call.operation) && call.sent < 2;
        if (!mayWait) finish(id, { ok: false, error: final ?? stopped });
      }
    },

    call<O extends OperationName>(operation: O, input: InputOf<O>) {
      const schema = operations[operation].output as unknown as z.ZodType<OutputOf<O>>;
      if (port === null && !mayAskAgain(operation)) return Promise.resolve(noEngine());
      return new Promise<Result<OutputOf<O>>>((resolve) => {
        const settle = (result: Result<unknown>): void =>
          resolve(result.ok ? decode(schema, result.value, operation) : result);
        const call: PendingCall = { operation, input, settle, sent: 0 };
        lastId += 1;
        calls.set(lastId, call);
        if (port !== null) sendCall(lastId, call);
      });
    },

    subscribe<F extends FeedName>(
      feed: F,
      input: FeedInputOf<F>,
      listener: (value: Result<FeedOutputOf<F>>) => void,
    ) {
      const schema = feeds[feed].output as unknown as z.ZodType<FeedOutputOf<F>>;
      const settle = (result: Result<unknown>): void =>
        listener(result.ok ? decode(schema, result.value, feed) : result);
      lastId += 1;
      const id = lastId;
      subscriptions.set(id, { feed, input, settle });
      if (port !== null) sendSubscription(id, { feed, input, settle });
      return () => {
        if (subscriptions.delete(id)) port?.postMessage({ kind: 'unsubscribe', id });
      };
    },
  };
}

const closed: Failure = {
  code: 'engine-stopped',
  message: t('The workspace was closed before its engine answered. What was staged before is kept.'),
  next: t('Open it again, look at what is there, and try again.'),
};

/** Lets go of an engine that is down. Of a closed workspace nothing waits on: the next engine may be another workspace's. */
export function letGo(client: Pick<EngineClient, 'detach'>, state: EngineState): void {
  if (state.kind === 'failed') client.detach(state.failure);
  else if (state.kind === 'none') client.detach(closed);
  else if (state.kind === 'starting') client.detach();
}

function noEngine(): Result<never> {
  return failure(
    'engine-stopped',
    t('The engine of this workspace is not running, so nothing was changed.'),
    t('Wait until it is back (a few seconds) and try again.'),
  );
}
