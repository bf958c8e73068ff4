import { z } from 'zod';
import { t } from '../../language/t';

const named = { name: z.string().min(1), holding: z.string().min(1) };

/** What must be true of access. Strict at every depth: a misspelt condition must not pass unseen. */
export const Assertion = z.union(
  [
    /** Every organization has so many people who hold a permission. */
    z.strictObject({ ...named, every: z.literal('organization'), atLeast: z.number().int().min(1) }),
    /** Nobody of these people holds it anywhere, or in one organization (`in`: its id). */
    z.strictObject({
      ...named,
      nobody: z.strictObject({
        /** People whose address is of another domain, or who have none; the domain alone, without `@`. */
        emailDomainNot: z
          .string()
          .regex(/^[^@\s]+$/, t('is no domain, such as acme.com'))
          .optional(),
        withoutSecondFactor: z.literal(true).optional(),
      }),
      in: z.string().min(1).optional(),
    }),
  ],
  {
    error: t('is no assertion: it takes name, holding, and either every with atLeast, or nobody'),
  },
);
export type Assertion = z.infer<typeof Assertion>;

/** Somebody who should not hold it, or an organization in which too few do. */
export const Offender = z.object({
  /** '' for an organization. */
  userId: z.string(),
  userName: z.string(),
  userEmail: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  /** How many hold it there; 1 for a person. */
  count: z.number().int(),
});
export type Offender = z.infer<typeof Offender>;

export const Verdict = z.object({
  name: z.string(),
  holds: z.boolean(),
  /** At most 1,000 of them. */
  offenders: z.array(Offender),
  offendersTotal: z.number().int(),
});
export type Verdict = z.infer<typeof Verdict>;

interface Somebody {
  readonly userEmail: string;
  readonly twoFactorEnabled: boolean;
}

/** Whether somebody is one of those who must not hold it: of all conditions that are named. Pure. */
export function isMeant(
  { nobody }: Extract<Assertion, { nobody: object }>,
  { userEmail, twoFactorEnabled }: Somebody,
): boolean {
  const { emailDomainNot, withoutSecondFactor } = nobody;
  const domain = userEmail.slice(userEmail.lastIndexOf('@') + 1).toLowerCase();
  if (emailDomainNot !== undefined && domain === emailDomainNot.toLowerCase()) return false;
  return withoutSecondFactor !== true || !twoFactorEnabled;
}
