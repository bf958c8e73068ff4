import { longestAskedMs, longestWaitMs } from '@shared/domain/retry-policy';
import { createSendWindow, type SendWindow } from './send-window';

export interface RequestGateOptions {
  /** Milliseconds by a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** Requests in any window, as the service counts them. */
  readonly limit: number;
  readonly windowMs: number;
  /** Called when an endpoint is held. */
  readonly onHold?: () => void;
}

/** A limit beside the instance's own; requests with one key count together. */
export interface Quota {
  readonly key: string;
  readonly limit: number;
  readonly windowMs: number;
}

/** An endpoint that no request goes to for so long. */
export interface Hold {
  readonly endpoint: string;
  readonly leftMs: number;
}

/** The one door to the service: everybody's requests pass here. */
export interface RequestGate {
  /**
   * Runs the request when it may go; in the order of asking, but for endpoints that are held or whose quota is used up. Where
   * that lasts longer than anybody waits, it is not run: `held` says how long it still is.
   */
  pass<T>(
    to: { readonly endpoint: string; readonly quota?: Quota | null },
    request: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<{ readonly value: T } | { readonly held: number }>;
  /** No request to this endpoint starts for so long, ms; others go on. */
  hold(endpoint: string, ms: number): void;
  holds(): readonly Hold[];
  /** Requests that may go at once, of those that a window takes. */
  left(): number;
}

/** Waits, but no longer than until the signal is aborted; leaves nothing behind at the signal, which outlives many waits. */
async function unlessAborted(wait: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return wait;
  let end = (): void => undefined;
  const cut = new Promise<void>((resolve) => {
    end = resolve;
    signal.addEventListener('abort', end, { once: true });
  });
  await Promise.race([wait, cut]);
  signal.removeEventListener('abort', end);
}

/** At each multiple of this number, quotas of records that nobody changes any more are forgotten. */
const mostQuotas = 1_000;

/**
 * Keeps within the limits of requests per sliding window: the instance's, and the quotas that single endpoints and records
 * have beside it, so that no 429 comes.
 *
 * What is counted here is what went through this gate. What others sent with the same key, or this program before it was
 * started anew, only the service knows: the first 429 tells it, and `hold` keeps the endpoint shut for as long as it says.
 * So nothing is kept on disk about quotas; what an `apply` could not send bears its time in its intent (`nextAttemptAt`), and
 * the next process goes by that.
 */
export function createRequestGate(options: RequestGateOptions): RequestGate {
  const { elapsed, sleep, concurrency, limit, windowMs, onHold = () => undefined } = options;
  const heldUntil = new Map<string, number>();
  const quotas = new Map<string, SendWindow>();
  const pool = createSendWindow({ elapsed, limit, windowMs });
  let entering: Promise<void> = Promise.resolve();

  const leftOf = (endpoint: string): number => Math.max(0, (heldUntil.get(endpoint) ?? 0) - elapsed());

  function hold(endpoint: string, ms: number): void {
    const until = elapsed() + Math.min(ms, longestAskedMs);
    heldUntil.set(endpoint, Math.max(heldUntil.get(endpoint) ?? 0, until));
    onHold();
  }

  function windowOf(quota: Quota): SendWindow {
    const known = quotas.get(quota.key);
    if (known !== undefined) return known;
    if (quotas.size > 0 && quotas.size % mostQuotas === 0)
      for (const [key, each] of quotas) if (each.idle()) quotas.delete(key);
    const made = createSendWindow({ elapsed, limit: quota.limit, windowMs: quota.windowMs });
    quotas.set(quota.key, made);
    return made;
  }

  async function enter(): Promise<void> {
    for (;;) {
      const wait = pool.active() >= concurrency ? null : pool.take();
      if (wait === 0) return;
      await (wait === null ? pool.freed() : sleep(wait));
    }
  }

  /** Takes a place of a quota; else waits a while for one (`again`), or says how long nobody waits for. */
  async function reserve(
    quota: Quota,
    endpoint: string,
    signal: AbortSignal | undefined,
  ): Promise<SendWindow | 'again' | { readonly held: number }> {
    const window = windowOf(quota);
    const wait = window.take();
    if (wait === 0) return window;
    if (wait !== null && wait > longestWaitMs) hold(endpoint, wait);
    if (wait !== null && (wait > longestWaitMs || signal?.aborted)) return { held: wait };
    await unlessAborted(wait === null ? window.freed() : sleep(wait), signal);
    return 'again';
  }

  return {
    async pass({ endpoint, quota = null }, request, signal) {
      let reserved: SendWindow | null = null;
      for (;;) {
        const left = leftOf(endpoint);
        if (left > longestWaitMs || (left > 0 && signal?.aborted)) return { held: left };
        if (left > 0) {
          await unlessAborted(sleep(left), signal);
          continue;
        }
        if (quota !== null) {
          const place = await reserve(quota, endpoint, signal);
          if (place === 'again') continue;
          if ('held' in place) return place;
          reserved = place;
        }
        const entered = entering.then(enter);
        entering = entered;
        await entered;
        if (leftOf(endpoint) === 0) break;
        // Held while it stood in line: the place is another's.
        pool.leave(false);
        reserved?.leave(false);
      }
      try {
        return { value: await request() };
      } finally {
        pool.leave(true);
        reserved?.leave(true);
      }
    },
    hold,
    left: pool.left,
    holds: () =>
      [...heldUntil.keys()]
        .map((endpoint) => ({ endpoint, leftMs: leftOf(endpoint) }))
        .filter(({ leftMs }) => leftMs > 0),
  };
}
