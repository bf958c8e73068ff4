import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { isAbsence } from '../workspace/disk-failure';

/** Where a build looks for newer ones, and whose signature it takes: base address, Ed25519 keys as SPKI in base64. */
export const BuildFacts = z.strictObject({ feed: z.string().max(2_000), keys: z.array(z.string()).max(10) });
export type BuildFacts = z.infer<typeof BuildFacts>;

/** In the app: written by its build (`scripts/build.ts`), and as well kept as the code beside it. */
export const buildFactsFile = join('out', 'updates.json');

/** Why a build that says where it looks for newer ones cannot be understood, as a sentence. */
export interface DamagedFacts {
  readonly damaged: string;
}

/** Of the app in this folder; null for a build that has no update server. */
export function readBuildFacts(root: string): BuildFacts | DamagedFacts | null {
  const file = join(root, buildFactsFile);
  try {
    return BuildFacts.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (isAbsence(error)) return null;
    return {
      damaged: t(
        'What this build says of its update server cannot be read ({file}): install Tenantry anew.',
        {
          file,
        },
      ),
    };
  }
}
