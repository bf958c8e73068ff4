import { resolve } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { reviewInPool } from '@main/engine/review-in-pool';
import { writeNewFile } from '@main/workspace/named-file';
import { readCopiedAt } from '@main/workspace/pools/copied-at';
import {
  askParts,
  type CopiesOf,
  type DatedCopy,
  type FleetNow,
  freezeParts,
  newestFirst,
} from '@shared/contract/ask-parts';
import { failure, type Result, success } from '@shared/contract/failure';
import type { FleetReviewSummary, PoolReviewOrder } from '@shared/contract/fleet-reviews';
import type { InputOf } from '@shared/contract/operations';
import type { FleetAsked } from '@shared/domain/reviews/fleet-review';
import { onlyNamed } from './only-named';
import { findCopies, ofPeople } from './pool-copies';
import { withWorkspace } from './with-workspace';

export interface FleetCreateOptions {
  readonly dir: string;
  readonly application: readonly string[];
  readonly group: string;
  readonly asked: FleetAsked;
}

/** What is said of a review over several applications. */
export type FleetTold = FleetReviewSummary & {
  readonly complete: boolean;
  readonly lacks: FleetNow['lacks'];
};

/** The copies of a platform's pools, each asked in its own engine, which is closed before the next one is opened. */
async function readCopiesOf(directory: string): Promise<Result<CopiesOf>> {
  const found = await findCopies(directory, 'Use review here.');
  if (!found.ok) return found;
  const copies: DatedCopy[] = [];
  for (const [{ applicationId: of, name }, copy] of ofPeople(found.value.copies))
    if (copy !== undefined)
      copies.push({
        of,
        workspaceId: copy.info.id,
        asOf: await readCopiedAt(copy.directory),
        ask: (order) => {
          process.stderr.write(`${name}: ${order.act}…\n`);
          return withWorkspace(copy.directory, (engine) => reviewInPool(engine, order));
        },
      });
  return success(newestFirst(copies));
}

/** Keeps what is asked of which applications, and freezes it in each. */
export async function createFleetReview({ dir, ...options }: FleetCreateOptions): Promise<Result<FleetTold>> {
  const { application, group, asked } = options;
  const begin = { asked, applicationIds: [...application], group } satisfies InputOf<'beginFleetReview'>;
  const begun = await withWorkspace(dir, (engine) => engine.call('beginFleetReview', begin));
  if (!begun.ok) return begun;
  return freeze(dir, begun.value);
}

/** Goes on with one that was cut off, or with the applications of one that nobody looked into: what was frozen is frozen. */
export async function goOnWithFleetReview(dir: string, named: string): Promise<Result<FleetTold>> {
  const review = await withWorkspace(dir, (engine) => foundFleetReview(engine, named));
  return review.ok ? freeze(dir, review.value) : review;
}

async function freeze(dir: string, review: FleetReviewSummary): Promise<Result<FleetTold>> {
  const copiesOf = await readCopiesOf(dir);
  if (!copiesOf.ok) return copiesOf;
  const parts = await freezeParts(review, copiesOf.value);
  const frozen = await withWorkspace(dir, (engine) =>
    engine.call('freezeFleetReview', { id: review.id, parts }),
  );
  if (!frozen.ok) return frozen;
  return told(
    frozen.value,
    await askParts(frozen.value.parts, { act: 'tell', fleet: review.id }, copiesOf.value),
  );
}

const told = (review: FleetReviewSummary, { lacks }: FleetNow): Result<FleetTold> =>
  success({ ...review, complete: lacks.length === 0, lacks });

/** A review by its id, or by a name that no other has. */
async function foundFleetReview(engine: Engine, named: string): Promise<Result<FleetReviewSummary>> {
  const all = await engine.call('fleetReviews', {});
  if (!all.ok) return all;
  const fits = all.value.filter(({ id, asked }) => id === named || asked.name === named);
  return onlyNamed(fits, named, 'fleet-review');
}

/** Asks each application of a review. */
export async function askFleetReview(
  dir: string,
  named: string,
  orderOf: (review: FleetReviewSummary) => Exclude<PoolReviewOrder, { readonly act: 'freeze' }>,
): Promise<Result<{ readonly review: FleetReviewSummary; readonly now: FleetNow }>> {
  const review = await withWorkspace(dir, (engine) => foundFleetReview(engine, named));
  if (!review.ok) return review;
  if (review.value.frozenAt === 0)
    return failure(
      'conflict',
      `${review.value.asked.name} is not frozen yet: its applications were not all asked.`,
      'Run fleet-review go-on first.',
    );
  const copiesOf = await readCopiesOf(dir);
  if (!copiesOf.ok) return copiesOf;
  const now = await askParts(review.value.parts, orderOf(review.value), copiesOf.value);
  return success({ review: review.value, now });
}

/** Writes the whole as one signed file, which must not exist yet: with what it lacks. */
export async function exportFleetReview(
  dir: string,
  named: string,
  { by, out }: { readonly by: string; readonly out: string },
): Promise<Result<{ readonly file: string; readonly complete: boolean; readonly lacks: FleetNow['lacks'] }>> {
  const asked = await askFleetReview(dir, named, ({ id }) => ({ act: 'export', fleet: id, signer: by }));
  if (!asked.ok) return asked;
  const { review, now } = asked.value;
  const files = now.parts.flatMap(({ text }) => (text === '' ? [] : [text]));
  const made = await withWorkspace(dir, (engine) =>
    engine.call('sealFleetReview', { id: review.id, signer: by, files }),
  );
  if (!made.ok) return made;
  const written = await writeNewFile(resolve(out), made.value.text);
  const { lacks } = now;
  return written.ok ? success({ file: out, complete: lacks.length === 0, lacks }) : written;
}

/** Forgets one on the platform's side. */
export async function deleteFleetReview(
  dir: string,
  named: string,
  { confirm = false }: { readonly confirm?: boolean },
): Promise<Result<{ readonly deleted: string }>> {
  return withWorkspace(dir, async (engine) => {
    const review = await foundFleetReview(engine, named);
    if (!review.ok) return review;
    const { id, asked, parts } = review.value;
    if (!confirm)
      return failure(
        'invalid-input',
        `${asked.name} is deleted only with --confirm: what holds the reviews of ${parts.length} applications together is lost; each of them stays in its own workspace. Nothing was deleted.`,
        'Export it with fleet-review export first, then give --confirm.',
      );
    const deleted = await engine.call('deleteFleetReview', { id });
    return deleted.ok ? success({ deleted: id }) : deleted;
  });
}
