import { z } from 'zod';

/** The first of several values, as the service takes it. */
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

const wholeNumber = (value: unknown): unknown => {
  const text = first(value);
  return typeof text === 'string' && /^-?\d+$/.test(text) ? Number(text) : text;
};

const truth = (value: unknown): unknown => {
  const text = first(value);
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text;
};

/** Schemas of query parameters. */
export const queryField = {
  text: z.preprocess(first, z.string().optional()),
  flag: z.preprocess(truth, z.boolean().optional()),
  integer: z.preprocess(wholeNumber, z.int().optional()),
  /** Repeated or comma-separated; at most 100 values. A leading `+` may arrive as a space. */
  list: z
    .array(z.string())
    .transform((values) => values.flatMap((value) => value.split(',')))
    .pipe(z.array(z.string()).max(100, 'Too many values: at most 100 are accepted.'))
    .optional(),
  /** 1 to 500, 10 by default (spec: `components/parameters/LimitParameter`). */
  limit: z.preprocess(wholeNumber, z.int().min(1).max(500).default(10)),
  /** 0 or more (spec: `components/parameters/OffsetParameter`). */
  offset: z.preprocess(wholeNumber, z.int().min(0).default(0)),
};
