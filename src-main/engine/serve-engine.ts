import { assertNever } from '@shared/assert-never';
import { failure, type Result, success } from '@shared/contract/failure';
import { type FeedName, feeds } from '@shared/contract/feeds';
import { type OperationName, operations } from '@shared/contract/operations';
import { type FromEngine, ToEngine } from '@shared/contract/wire';
import { t } from '@shared/language/t';
import type { Engine } from './engine';
import { type EngineOptions, openEngine } from './open-engine';

/** One end of a message channel, whoever made it. */
export interface EnginePort {
  postMessage(value: unknown): void;
  onMessage(listener: (value: unknown) => void): void;
  close(): void;
}

export interface EngineHost {
  /** Serves the contract on a port; the function returned ends its subscriptions and closes it. */
  attach(port: EnginePort): () => void;
  /** See `Engine.call`; for who owns the process. */
  call: Engine['call'];
  /** See `Engine.backUp`; for who owns the process, not for windows. */
  backUp: Engine['backUp'];
  /** See `Engine.exportTable`; likewise. */
  exportTable: Engine['exportTable'];
  /** See `Engine.tryKey`; likewise. */
  tryKey: Engine['tryKey'];
  tryPlatformToken: Engine['tryPlatformToken'];
  watchActivity: Engine['watchActivity'];
  isSending: Engine['isSending'];
  isLeftAlone: Engine['isLeftAlone'];
  close(): Promise<void>;
}

/** Opens the engine, starts its sync and serves any number of windows. */
export async function serveEngine(options: EngineOptions): Promise<Result<EngineHost>> {
  const opened = await openEngine(options);
  if (!opened.ok) return opened;
  const engine = opened.value;
  const detachers = new Set<() => void>();
  await engine.call('startSync', {});
  return success({
    attach: (port) => {
      const detach = servePort(engine, port);
      detachers.add(detach);
      return () => {
        detachers.delete(detach);
        detach();
      };
    },
    call: engine.call,
    backUp: engine.backUp,
    exportTable: engine.exportTable,
    tryKey: engine.tryKey,
    tryPlatformToken: engine.tryPlatformToken,
    watchActivity: engine.watchActivity,
    isSending: engine.isSending,
    isLeftAlone: engine.isLeftAlone,
    close: async () => {
      for (const detach of detachers) detach();
      await engine.close();
    },
  });
}

function servePort(engine: Engine, port: EnginePort): () => void {
  const subscriptions = new Map<number, () => void>();
  const window = engine.openWindow();
  const send = (message: FromEngine): void => port.postMessage(message);
  const answer = (id: number, result: Result<unknown>): void =>
    send(
      result.ok
        ? { kind: 'answer', id, ok: true, value: result.value }
        : { kind: 'failure', id, error: result.error },
    );

  port.onMessage((raw) => {
    const decoded = ToEngine.safeParse(raw);
    if (!decoded.success) return;
    const message = decoded.data;
    switch (message.kind) {
      case 'call':
        if (!isOperation(message.operation)) return answer(message.id, unknownName(message.operation));
        void window.call(message.operation, message.input).then((result) => answer(message.id, result));
        return;
      case 'subscribe': {
        if (!isFeed(message.feed)) return answer(message.id, unknownName(message.feed));
        subscriptions.get(message.id)?.();
        const end = window.subscribe(message.feed, message.input, (value) => {
          if (value.ok) send({ kind: 'feed', id: message.id, value: value.value });
          else answer(message.id, value);
        });
        subscriptions.set(message.id, end);
        return;
      }
      case 'unsubscribe':
        subscriptions.get(message.id)?.();
        subscriptions.delete(message.id);
        return;
      default:
        assertNever(message);
    }
  });

  return () => {
    for (const end of subscriptions.values()) end();
    subscriptions.clear();
    window.leave();
    port.close();
  };
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);
const isFeed = (name: string): name is FeedName => Object.hasOwn(feeds, name);

function unknownName(name: string): Result<never> {
  return failure(
    'invalid-input',
    t('The engine knows no "{name}". Nothing was changed.', { name }),
    t('Restart Tenantry: its window and its engine are of different versions.'),
  );
}
