import { expect as base, type Expect, type MatcherReturnType } from '@playwright/test';
import { type Call, callText } from './service/call';
import type { Service } from './service/service';

/** How many such calls are expected; one or more unless told. */
export interface ExpectedCall extends Call {
  readonly times?: number;
}

/** What `expect` has beside Playwright's. */
export interface Matchers {
  toHaveReceived: (service: Service, call: ExpectedCall) => Promise<MatcherReturnType>;
}

/** Playwright's, and whether the service received calls: `toHaveReceived` waits for them, `.not` looks at once. */
export const expect: Expect<Matchers> = base.extend({
  async toHaveReceived(service: Service, { times, ...call }: ExpectedCall) {
    const enough = (count: number): boolean => (times === undefined ? count > 0 : count === times);
    let calls = await service.received(call);
    const until = performance.now() + (this.isNot ? 0 : this.timeout);
    while (!enough(calls.length) && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      calls = await service.received(call);
    }
    const wanted = times === undefined ? 'once or more' : `${times} times`;
    return {
      name: 'toHaveReceived',
      pass: enough(calls.length),
      message: () =>
        `expected ${this.isNot ? 'not ' : ''}to have received ${callText(call)} ${wanted}; it was received ${calls.length} times` +
        calls.map(({ method, path, status }) => `\n  ${method} ${path}: ${status ?? 'no answer'}`).join(''),
    };
  },
});
