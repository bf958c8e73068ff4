import { z } from 'zod';
import { AccessAnswer, Blocker, PathNode } from '../domain/access/access-answer';
import { Assertion, Verdict } from '../domain/access/assertion';
import { Failure } from '../domain/failure';
import { RecordId } from '../domain/ids';
import { t } from '../language/t';

/** As the service has it now, after all that is staged was reconciled, or as the service had it at a moment (ms). */
export const AccessMoment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('after') }),
  z.object({ kind: z.literal('at'), at: z.number() }),
]);
export type AccessMoment = z.infer<typeof AccessMoment>;

const when = AccessMoment.default({ kind: 'now' });

/** A membership: who has which role where, and what comes of it. */
export const Holder = z.object({
  membershipId: z.string(),
  userId: z.string(),
  userName: z.string(),
  userEmail: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  /** Key of the role. */
  role: z.string(),
  roleName: z.string(),
  /** From the person to the role; to the permission where one was asked for. */
  path: z.array(PathNode),
  blockers: z.array(Blocker),
});
export type Holder = z.infer<typeof Holder>;

/** What somebody holds in one organization; permissions by key, none where something bars them. */
export const Place = Holder.extend({ permissions: z.array(z.string()) });
export type Place = z.infer<typeof Place>;

/** Which memberships: by what they give, by their role, by their organization; at least one of the three. */
const Whom = z.object({
  permissionKey: z.string().min(1).optional(),
  roleKey: z.string().min(1).optional(),
  organizationId: z.string().min(1).optional(),
});

const aboutSomething = ({ permissionKey, roleKey, organizationId }: z.infer<typeof Whom>): boolean =>
  (permissionKey ?? roleKey ?? organizationId) !== undefined;
const nothingAsked = t('name a permission, a role or an organization');

/** What somebody holds at one moment and not at the other. */
const Turn = z.object({
  userId: z.string(),
  userName: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  /** '' where a role or an organization was asked for. */
  permissionKey: z.string(),
  /** Keys of the roles at both moments, '' for none. */
  roleBefore: z.string(),
  roleAfter: z.string(),
  /** What bars it at the moment at which it is not held; '' where the membership or its role does not give it. */
  because: z.string(),
});
export type Turn = z.infer<typeof Turn>;

export const AccessDifference = z.object({
  gained: z.array(Turn),
  lost: z.array(Turn),
  /** Who is a member at both moments, in another role; none where a permission or a role was asked for. */
  moved: z.array(Turn),
  /** All of them; the lists end at `limit`. */
  gainedTotal: z.number().int(),
  lostTotal: z.number().int(),
  movedTotal: z.number().int(),
});
export type AccessDifference = z.infer<typeof AccessDifference>;

/** Who gained and who lost which permission by what was touched: numbers of people, and some of them by name. */
export const AccessEffect = z.object({
  permissions: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      gained: z.number().int(),
      lost: z.number().int(),
      gainedNames: z.array(z.string()),
      lostNames: z.array(z.string()),
    }),
  ),
});
export type AccessEffect = z.infer<typeof AccessEffect>;

/** What became of the assertions of the book. */
export const TriedBook = z.object({
  /** ms; 0 before they were tried. */
  triedAt: z.number(),
  tried: z.array(
    z.object({
      /** Of the entry. */
      id: z.string(),
      /** Its offenders end at 100; null where it could not be tried. */
      verdict: Verdict.nullable(),
      failure: Failure.nullable(),
    }),
  ),
});
export type TriedBook = z.infer<typeof TriedBook>;

/** Entries that `accessEffect` looks at together. */
export const mostTouched = 20_000;

export const accessOperations = {
  /** Everybody who holds something, page by page; whom something bars only where `blocked` asks for them. */
  whoCan: {
    kind: 'read',
    input: Whom.extend({
      blocked: z.boolean().default(false),
      when,
      /** `next` of the page before; '' for the first. */
      cursor: z.string().default(''),
      limit: z.number().int().min(1).max(500).default(50),
    }).refine(aboutSomething, nothingAsked),
    output: z.object({
      holders: z.array(Holder),
      /** Null after the last page. */
      next: z.string().nullable(),
      /** Memberships that match, those included whom something bars. */
      total: z.number().int(),
    }),
  },
  /** All organizations of a person. Nobody who is barred everywhere comes to one, unless `blocked` asks for what they would have. */
  whatCan: {
    kind: 'read',
    input: z.object({ userId: RecordId, blocked: z.boolean().default(false), when }),
    output: z.object({
      person: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
      blockers: z.array(Blocker),
      organizations: z.array(Place),
    }),
  },
  why: {
    kind: 'read',
    input: z.object({ userId: RecordId, permissionKey: z.string().min(1), organizationId: RecordId, when }),
    output: AccessAnswer,
  },
  /** Whether assertions hold. Expected failure: `not-found` for a permission or an organization that there is none. */
  tryAssertions: {
    kind: 'read',
    input: z.object({ assertions: z.array(Assertion).min(1).max(500), when }),
    output: z.object({
      assertions: z.array(Verdict),
      /** Those of which what is copied does not say whether they hold: none of the above. */
      notKnown: z.array(z.object({ name: z.string(), why: z.string(), next: z.string() })),
    }),
  },
  /** The assertions of the book, tried together at a moment; what became of them as the service has it now is a feed. */
  tryKeptAssertions: { kind: 'read', input: z.object({ when }), output: TriedBook },
  /** What changes from one moment to another: of a person, or of all that hold something. */
  accessDifference: {
    kind: 'read',
    input: Whom.extend({
      userId: RecordId.optional(),
      from: AccessMoment,
      to: AccessMoment,
      limit: z.number().int().min(1).max(2_000).default(500),
    }).refine((asked) => asked.userId !== undefined || aboutSomething(asked), nothingAsked),
    output: AccessDifference,
  },
  /**
   * What these entries of history (by seq) gave and took, and nothing that others wrote among them: as if only they had not been written.
   * Expected failures: `not-found` before the first complete copy, `invalid-input` where more than 20,000 memberships are touched.
   */
  accessEffect: {
    kind: 'read',
    input: z.object({ seqs: z.array(z.number().int()).min(1).max(mostTouched) }),
    output: AccessEffect,
  },
} as const;

export type WhoCanQuery = z.output<typeof accessOperations.whoCan.input>;
export type HolderPage = z.output<typeof accessOperations.whoCan.output>;
export type WhatCanQuery = z.output<typeof accessOperations.whatCan.input>;
export type PersonAccess = z.output<typeof accessOperations.whatCan.output>;
export type WhyQuery = z.output<typeof accessOperations.why.input>;
export type AssertionsQuery = z.output<typeof accessOperations.tryAssertions.input>;
export type TriedAssertions = z.output<typeof accessOperations.tryAssertions.output>;
export type DifferenceQuery = z.output<typeof accessOperations.accessDifference.input>;
export type EffectQuery = z.output<typeof accessOperations.accessEffect.input>;
