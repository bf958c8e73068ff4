import { z } from 'zod';
import { SandboxError } from './sandbox-error';
import { twinWorld } from './twin/twin-files';
import { worlds } from './world/worlds';

/** The world ends here unless told otherwise (2026-11-01T00:00:00Z): a fixed moment keeps seeds reproducible. */
const defaultAnchor = Date.UTC(2026, 10, 1);

const earliest = Date.UTC(2020, 0, 1);

/** How to start a sandbox; everything has a default. */
export const SandboxOptions = z
  .object({
    world: z.string().default('northwind'),
    seed: z.int().default(1),
    /** 1 is the size in the world's description; fractions make smaller worlds. */
    scale: z.number().min(0.02).max(100).default(1),
    /** How many applications a platform has (`campus`: 24 unless told otherwise). */
    applications: z.int().min(1).max(10_000).optional(),
    /** 0 picks a free port. */
    port: z.int().min(0).max(65_535).default(0),
    controlPort: z.int().min(0).max(65_535).default(0),
    host: z.string().default('127.0.0.1'),
    /** Where `sandbox.db` is kept; a temporary directory, removed on close, when missing. */
    dataDir: z.string().min(1).optional(),
    /** Unix milliseconds: nothing seeded is younger. The first of November 2026, or `now` where that is earlier. */
    anchor: z.int().min(earliest).optional(),
    /** Unix milliseconds where its clock stands still until it is set; left out, it runs with the real time. */
    now: z.int().min(earliest).optional(),
    /** The service's own limits to start with, or none: of instances (1,000 calls per 10 s in production, 100 in development), endpoints and records. */
    limits: z.enum(['own', 'none']).default('own'),
    /** One limit for every instance to start with, instead of its own. */
    rateLimit: z
      .object({ limit: z.int().min(1), windowMs: z.int().min(1).default(10_000) })
      .nullable()
      .default(null),
  })
  .transform((options) => ({
    ...options,
    anchor: options.anchor ?? Math.min(defaultAnchor, options.now ?? defaultAnchor),
  }));
export type SandboxOptions = z.output<typeof SandboxOptions>;

/** Options before defaults, and the real time (Unix milliseconds), which cannot come from outside the process. */
export type SandboxOptionsInput = z.input<typeof SandboxOptions> & { readonly real?: () => number };

/** Decodes options. Throws `SandboxError` `bad_option` or `unknown_world`. */
export const readSandboxOptions = (input: z.input<typeof SandboxOptions>): SandboxOptions => {
  const decoded = SandboxOptions.safeParse(input);
  if (!decoded.success) {
    const [issue] = decoded.error.issues;
    throw new SandboxError('bad_option', `Option ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  if (worlds.has(decoded.data.world) || decoded.data.world === twinWorld) return decoded.data;
  const known = [...worlds.keys()].join(', ');
  throw new SandboxError(
    'unknown_world',
    `There is no world "${decoded.data.world}". Known worlds: ${known}.`,
  );
};
