import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyAtLimit } from './reconcile/apply-at-limit';
import { editVisible } from './reconcile/edit-visible';
import { fillLargeStore } from './reconcile/large-store';
import { pastLarge } from './reconcile/past-large';
import { planLarge } from './reconcile/plan-large';

/** Planning and editing over 300,000 memberships; applying 10,000 edits to a service that enforces its limit. */
export async function run({ seed }: { readonly seed: number }) {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-reconcile-'));
  const key = randomBytes(32).toString('hex');
  try {
    const [large, applied] = [join(directory, 'large'), join(directory, 'applied')];
    await fillLargeStore(large, key);
    const figures = [
      ...(await editVisible(large, key, seed)),
      ...(await pastLarge(large, key)),
      ...(await planLarge(large, key)),
      ...(await applyAtLimit(applied, key, seed)),
    ];
    return { figures };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
