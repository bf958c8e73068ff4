import { z } from 'zod';
import { JsonValue } from '../domain/json';
import { Failure } from './failure';

/** A person as a search over several pools shows them: what the table of people says first. */
export const PersonHit = z.object({
  userId: JsonValue,
  name: JsonValue,
  email: JsonValue,
  /** How many organizations they are in; null where memberships were not all copied. */
  organizations: JsonValue,
  /** Ms since 1970; 0 for never. */
  lastSignInAt: JsonValue,
});
export type PersonHit = Readonly<z.infer<typeof PersonHit>>;

/** What the copy of one pool answers to a search for a person. */
export const PoolHits = z.object({
  /** When the copy was complete last, ms since 1970; 0 where it never was. */
  asOf: z.number(),
  hits: z.array(PersonHit),
  /** Hits in all: beyond those that are listed. */
  total: z.number().int(),
  /** Why who is not among them may be in the pool all the same: the copy is not complete. Null where it is. */
  lacking: Failure.nullable(),
});
export type PoolHits = Readonly<z.infer<typeof PoolHits>>;

/** Whom a policy meets in the copy of one pool. */
export const PoolCount = z.object({
  people: z.number().int(),
  /** Of them. */
  met: z.number().int(),
  /** When the copy was complete last, ms since 1970. */
  asOf: z.number(),
});
export type PoolCount = Readonly<z.infer<typeof PoolCount>>;
