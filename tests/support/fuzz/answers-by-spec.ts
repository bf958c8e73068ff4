import fc from 'fast-check';
import type { Altered } from '../mutator/mutating-proxy';
import { documentOf, resolved, templateOf } from '../mutator/spec-mutations';
import { shapedBy } from './fuzzed-input';
import { jsonOf, spoilt } from './spoilt-answer';

/** Answers that a service makes up: of the shape that its spec has for the call, half of them spoilt besides. */
export interface AnswersBySpec {
  /** How many it gave, by status. */
  readonly given: ReadonlyMap<number, number>;
  readonly answer: (asked: { readonly method: string; readonly path: string }) => Altered;
}

/** How many of a kind are made at once. */
const batch = 24;

/** The same seed gives the same calls the same answers. What the spec does not know is answered 404. */
export function answersBySpec(specPath: string, seed: number): AnswersBySpec {
  const given = new Map<number, number>();
  const waiting = new Map<string, Altered[]>();
  let made = 0;
  const next = (method: string, template: string): Altered => {
    const name = `${method} ${template}`;
    const left = waiting.get(name) ?? [];
    if (left.length === 0) {
      made += 1;
      left.push(...fc.sample(answersOf(specPath, template, method), { numRuns: batch, seed: seed + made }));
      waiting.set(name, left);
    }
    return left.pop() ?? { status: 404 };
  };
  return {
    given,
    answer: ({ method, path }) => {
      const verb = method.toLowerCase();
      const template = templateOf(specPath, verb, path);
      const answer = template === undefined ? { status: 404, text: '{}' } : next(verb, template);
      const status = answer.status ?? 200;
      given.set(status, (given.get(status) ?? 0) + 1);
      return { ...answer, status, headers: { 'content-type': 'application/json', ...answer.headers } };
    },
  };
}

/** Three of four are what the operation answers when it went well. */
function answersOf(specPath: string, template: string, method: string): fc.Arbitrary<Altered> {
  const document = documentOf(specPath);
  const { responses } = resolved(document, document, 'paths', template, method);
  const shapes = Object.keys(responses ?? {}).map((status) => {
    const { schema } = resolved(document, responses, status, 'content', 'application/json');
    const body = schema === undefined ? fc.constant(undefined) : shapedBy(schema, document);
    return { status: Number(status), body };
  });
  const choices = shapes.map(({ status, body }) => {
    const whole = body.map((each): Altered => ({ status, text: jsonOf(each) }));
    const broken = fc.tuple(body, spoilt).map(([each, spoil]): Altered => ({ status, ...spoil(each) }));
    return { weight: status < 300 ? 3 * shapes.length : 1, arbitrary: fc.oneof(whole, broken) };
  });
  return fc.oneof(...choices);
}
