import fc from 'fast-check';
import type { Altered } from '../mutator/mutating-proxy';
import { changedAt, nasty } from './fuzzed-input';

/** What comes in place of a good answer: its JSON changed at places, no JSON, half of it, or a page of somebody in between. */
export const spoilt: fc.Arbitrary<(body: unknown) => Altered> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(fc.tuple(fc.nat(), fc.nat(3), nasty), { minLength: 1, maxLength: 4 })
      .map((changes) => (body: unknown): Altered => {
        const changed = changes.reduce(
          (last, [where, how, other]) => changedAt(last, where, how, other),
          body,
        );
        return { text: jsonOf(changed) };
      }),
  },
  fc.constant((body: unknown): Altered => ({ text: jsonOf(body).slice(0, -7) })),
  fc.constantFrom(
    (): Altered => ({ text: '' }),
    (): Altered => ({ text: '<html>Sign in to the hotel</html>', headers: { 'content-type': 'text/html' } }),
    (): Altered => ({ status: 404, text: '<html>Not here</html>', headers: { 'content-type': 'text/html' } }),
    (): Altered => ({ status: 500, body: { errors: 'none' } }),
    (): Altered => ({ status: 403, body: { errors: [{ code: 7 }] } }),
    (): Altered => ({ status: 429, body: {}, headers: { 'retry-after': 'soon' } }),
    (): Altered => ({ status: 204, text: '' }),
  ),
);

/** As JSON, also what holds a number that JSON has no word for; '' for what is none at all. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? Number(each) : each)) ?? '';
