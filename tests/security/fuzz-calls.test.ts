import { answerCall, type ShellHandlers } from '@main/shell/ipc/answer-call';
import { success } from '@shared/contract/failure';
import { type ShellCallName, shellCalls } from '@shared/contract/shell';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzzCount, fuzzedInput, fuzzSeed } from '../support/fuzz/fuzzed-input';

const names = Object.keys(shellCalls) as ShellCallName[];
const calls = fc.oneof(
  ...names.map((name) => fuzzedInput(shellCalls[name].input).map((input) => ({ name, input }))),
);

it('of fuzzed calls the shell carries out those of a call’s shape, and refuses each other one by name; none gets to a handler', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(calls, async ({ name, input }) => {
      const reached: unknown[] = [];
      // Whatever is let through is counted, and goes no further.
      const handlers = Object.fromEntries(
        names.map((each) => [
          each,
          (decoded: unknown) => {
            reached.push(decoded);
            return success({});
          },
        ]),
      ) as unknown as ShellHandlers;
      const result = await answerCall(name, handlers, { input, from: 1 }, () => undefined);
      const read = shellCalls[name].input.safeParse(input);
      // What a handler is given is what the schema made of it: no key that the contract does not have.
      if (read.success) {
        expect(reached).toEqual([read.data]);
        return;
      }
      refused += 1;
      expect(reached).toEqual([]);
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', message: expect.stringContaining(`"${name}"`) },
      });
      // Its message can be shown, and holds no more than a line or two of what was sent.
      expect(result.ok ? '' : result.error.message.length).toBeLessThan(2_000);
    }),
    { numRuns: fuzzCount(1_500), seed: fuzzSeed },
  );
  expect(refused).toBeGreaterThan(fuzzCount(1_500) / 4);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}, 600_000);
