import type { RemoteFailure } from '@shared/domain/remote-failure';
import { askSteadily, probeWait, sendWait } from '@shared/domain/retry-policy';
import { describe, expect, it } from 'vitest';

const failure = (kind: RemoteFailure['kind'], retryAfterMs = 0): RemoteFailure => ({
  kind,
  status: 0,
  code: '',
  message: '',
  requestId: '',
  retryAfterMs,
  mayHaveTakenEffect: false,
});

/** The waits between the tries of a question that fails always alike. */
async function waitsOf(occasion: 'sweep' | 'read', of: RemoteFailure): Promise<readonly number[]> {
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  await askSteadily(occasion, async () => ({ ok: false, failure: of }), { sleep });
  return waits;
}

describe('what fails is asked again', () => {
  it.each([
    ['sweep', 'offline', [200]],
    ['sweep', 'server', [200, 400, 800, 1_600]],
    ['sweep', 'forbidden', []],
    ['read', 'offline', [500]],
    ['read', 'server', [500, 1_000]],
    ['read', 'rate-limited', []],
    ['read', 'not-found', []],
  ] as const)('in a %s, after %s, so long after', async (occasion, kind, waits) => {
    expect(await waitsOf(occasion, failure(kind))).toEqual(waits);
  });

  it('after as long as the service asks for, and not at all where that is longer than a minute', async () => {
    expect(await waitsOf('sweep', failure('server', 3_000))).toEqual([3_000, 3_000, 3_000, 3_000]);
    expect(await waitsOf('sweep', failure('rate-limited', 60_001))).toEqual([]);
  });

  it('until it is answered', async () => {
    let asked = 0;
    const ask = async () =>
      ++asked < 3
        ? ({ ok: false, failure: failure('server') } as const)
        : ({ ok: true, value: asked, requestId: '' } as const);
    expect(await askSteadily('sweep', ask, { sleep: async () => undefined })).toMatchObject({ value: 3 });
  });
});

it('waits for changes and for the network grow to a minute', () => {
  expect([1, 2, 3, 20].map(sendWait)).toEqual([500, 1_000, 2_000, 60_000]);
  expect([1, 2, 3, 20].map(probeWait)).toEqual([1_000, 2_000, 4_000, 60_000]);
});
