import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where a build looks for newer ones, and whose signature it takes: base address, Ed25519 keys as SPKI in base64. */
export const BuildFacts = z.strictObject({ feed: z.string().max(2_000), keys: z.array(z.string()).max(10) });
export type BuildFacts = z.infer<typeof BuildFacts>;

/** In the app: written by its build (`scripts/build.ts`), and as well kept as the code beside it. */
export const buildFactsFile = join('out', 'updates.json');

/** Of the app in this folder; null for a build that has no update server. */
export function readBuildFacts(root: string): BuildFacts | null {
  try {
    return BuildFacts.parse(JSON.parse(readFileSync(join(root, buildFactsFile), 'utf8')));
  } catch {
    return null;
  }
}
