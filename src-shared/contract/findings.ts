import { z } from 'zod';
import { EntityName } from '../domain/entity';
import { BlindSpot, CheckWords, Hit } from '../domain/findings/finding';
import { severities } from '../domain/severity';

/** What became of a check when it was tried last. */
export const FindingOutcome = z.object({
  check: CheckWords,
  /** `untried`: what it asks for is not copied; then `reason` and `next` say why, and nothing is claimed. */
  state: z.enum(['found', 'clear', 'untried']),
  /** False where it was not tried as there is nothing here that it is about: a feature that is off, a service without it, a development instance. */
  applies: z.boolean().default(true),
  /** Records that it hits, those included that are accepted. */
  total: z.number().int(),
  /** Of these: somebody answers for them. */
  accepted: z.number().int(),
  /** Of these: something of them is staged. */
  staged: z.number().int(),
  /** Of these: it knows what would mend them. */
  mendable: z.number().int(),
  /** Records of which it cannot tell, as what it asks for is not known of them; for those of `notKnownAccepted` besides somebody answers. */
  notKnown: z.number().int(),
  notKnownAccepted: z.number().int().default(0),
  /** Both of them by name, the first `mostHits`. */
  blind: z.array(BlindSpot).default([]),
  /** Of what it asks for the service lists more than could be read: so many records of each list, which may be hit as well. */
  incomplete: z.array(z.object({ entity: EntityName, unread: z.number().int() })).default([]),
  reason: z.string(),
  next: z.string(),
  /** ms */
  triedAt: z.number(),
});
export type FindingOutcome = z.infer<typeof FindingOutcome>;

/** How many records stood open at the end of a day, by severity. */
export const FindingDay = z.object({
  /** When they were counted last that day, ms. */
  at: z.number(),
  open: z.record(z.enum(severities), z.number().int()),
});
export type FindingDay = z.infer<typeof FindingDay>;

export const Findings = z.object({
  /** End of the last whole look, ms; 0 before the first. */
  triedAt: z.number(),
  /** A look is under way: how many checks of it are done. */
  trying: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
  /** Worst first. */
  outcomes: z.array(FindingOutcome),
  /** Oldest first, a year at most. */
  trend: z.array(FindingDay),
});
export type Findings = z.infer<typeof Findings>;

/** Hits of one check that are kept; of more there is the number. */
export const mostHits = 2_000;

/** Id of an organization, '' for the whole instance. */
const scope = z.string().default('');

export const findingOperations = {
  /** `scope`: id of an organization that they are narrowed to: what hits it, its people, and what else is its own. */
  findings: { kind: 'read', input: z.object({ scope }), output: Findings },
  /** Tries every check now. Expected failure: `not-found` before the first complete copy. */
  tryFindings: { kind: 'write', again: true, inSnapshots: true, input: z.object({}), output: Findings },
  /** Whom a check hits, as of when it was tried last: the first `mostHits`, or one record. Expected failure: `not-found`. */
  findingHits: {
    kind: 'read',
    input: z.object({
      check: z.string().min(1),
      /** Id of a record, found also where more are hit than are kept: it is then tried now. All of them without. */
      record: z.string().default(''),
      scope,
      /** Those as well that are accepted. */
      accepted: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(mostHits).default(100),
    }),
    /** `total`: of those that are kept and asked for. */
    output: z.object({ hits: z.array(Hit), total: z.number().int() }),
  },
} as const;
