import { SignedStep } from '@shared/contract/four-eyes';
import { z } from 'zod';

export const signedFormat = 'tenantry-change-set/1';

/** What the author signs: each step by its hash, so that a changed step can be named. Public keys are raw, base64. */
export const Manifest = z.object({
  format: z.literal(signedFormat),
  title: z.string().min(1).max(200),
  ticket: z.string().max(200),
  madeAt: z.number(),
  /** Base URL of the service's API. */
  service: z.string(),
  author: z.string(),
  publicKey: z.string(),
  /** SHA-256 of each step's canonical JSON, hex, in order. */
  steps: z.array(z.string()).max(20_000),
});
export type Manifest = z.infer<typeof Manifest>;

/** What a reviewer signs. */
export const Verdict = z.object({
  /** SHA-256 of the manifest's canonical JSON, hex. */
  manifest: z.string(),
  decision: z.enum(['approved', 'refused']),
  note: z.string(),
  at: z.number(),
  reviewer: z.string(),
  publicKey: z.string(),
});
export type Verdict = z.infer<typeof Verdict>;

export const SignedFile = z.object({
  manifest: Manifest,
  signature: z.string(),
  steps: z.array(SignedStep),
  verdicts: z.array(Verdict.extend({ signature: z.string() })),
});
export type SignedFile = z.infer<typeof SignedFile>;
