import type { Context } from 'hono';
import type { z } from 'zod';
import { answer } from './answer';
import type { Outcome } from './outcome';
import { readBody } from './read-body';
import { readQuery } from './read-query';

/** Answers by the query of a request, where it is well formed. */
export const withQuery = <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  run: (query: z.output<Schema>) => Outcome<unknown>,
): Response => {
  const query = readQuery(c, schema);
  return answer(c, query.ok ? run(query.value) : query);
};

/** Answers by the body of a request, where it is well formed. */
export const withBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  run: (body: z.output<Schema>) => Outcome<unknown>,
): Promise<Response> => {
  const body = await readBody(c, schema);
  return answer(c, body.ok ? run(body.value) : body);
};

/** What is shown of a thing that was found; the refusal where it was not. */
export const shown = <T, V>(found: Outcome<T>, show: (value: T) => V): Outcome<V> =>
  found.ok ? { ok: true, value: show(found.value) } : found;
