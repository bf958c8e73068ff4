import { z } from 'zod';
import { Why } from '../domain/books/book';
import { RecordId } from '../domain/ids';
import { CustomerRow } from '../domain/limits/customer';
import { HandedLimits } from '../domain/limits/handed-over';
import { LineOutcome } from '../domain/limits/read-lines';
import { LimitOutcome, PlanChange } from '../domain/limits/simulate';
import { Failure } from './failure';

const Ids = z.array(RecordId).max(10_000);

/** What was found at a host by a look of our own. */
export const DnsLook = z.object({
  host: z.string(),
  expected: z.string(),
  found: z.array(z.string()),
  /** `no-answer` says nothing of the record: no server, or none in time, or one that failed. */
  outcome: z.enum(['as-expected', 'other', 'addresses', 'nothing', 'no-answer']),
  /** The resolver's code for `no-answer`, such as `ETIMEOUT`; else ''. */
  why: z.string(),
});
export type DnsLook = Readonly<z.infer<typeof DnsLook>>;

export const customerOperations = {
  /** Customers with their limits, where these come from and what is used; all of them where none is named. */
  customers: { kind: 'read', input: z.object({ ids: Ids.optional() }), output: z.array(CustomerRow) },
  /** What was agreed with a customer, for its pool to be kept to; null where nothing was. */
  handedLimits: { kind: 'read', input: z.object({ id: RecordId }), output: HandedLimits.nullable() },
  /** What another limit of a plan, or another plan of customers would come to. Nothing is kept. */
  simulateLimits: {
    kind: 'read',
    input: z.object({ change: PlanChange }),
    output: z.array(LimitOutcome),
  },
  /** What the lines of a CSV file would do to plans and overrides of customers; with `keep` they do. Refused lines change nothing. */
  importSubscriptions: {
    kind: 'write',
    again: true,
    input: z.object({
      text: z.string().max(20_000_000),
      keep: z.boolean().default(false),
      by: z.string().trim().max(100).default(''),
      why: Why.default(''),
    }),
    output: z.object({
      kept: z.boolean(),
      summary: z.object({ same: z.number(), changed: z.number(), new: z.number(), refused: z.number() }),
      rows: z.array(LineOutcome),
    }),
  },
  /** Where the records of a domain (or of an announced one) lead, as this machine sees it, or as certain name servers do; nothing is kept. */
  lookUpDns: {
    kind: 'read',
    input: z.object({
      recordId: RecordId,
      /** Addresses of name servers, with a port where it is not 53: `1.1.1.1`, `[2606:4700::1111]:53`. */
      servers: z.array(z.string().max(60)).max(5).default([]),
    }),
    output: z.object({ at: z.number(), records: z.array(DnsLook) }),
  },
  /** Asks applications what they used in the billing period that runs; the last answer of a day is kept as the day's. */
  readUsage: {
    kind: 'write',
    again: true,
    input: z.object({ ids: Ids.optional() }),
    output: z.object({
      read: z.number(),
      failed: z.array(z.object({ failure: Failure, names: z.array(z.string()) })),
    }),
  },
  /** Asks the customers' own instances how much is used; their keys are read for that moment and kept nowhere. */
  countCustomers: {
    kind: 'write',
    again: true,
    input: z.object({ ids: Ids.optional() }),
    output: z.object({
      counted: z.number(),
      /** Each reason once, with the names of whom it concerns. */
      failed: z.array(z.object({ failure: Failure, names: z.array(z.string()) })),
    }),
  },
} as const;
