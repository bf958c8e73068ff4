import { resolve } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { readDecisions } from '@main/reviews/read-decisions';
import { writeNewFile } from '@main/workspace/named-file';
import { failure, type Result, success } from '@shared/contract/failure';
import { decidedOf, lostByDeletion } from '@shared/contract/lost-by-deletion';
import type { OutputOf } from '@shared/contract/operations';
import type { ReviewPage, ReviewSummary, reviewFormats } from '@shared/contract/reviews';
import { filterText } from '@shared/domain/filter/filter-text';
import { type Campaign, Decision, ReviewId } from '@shared/domain/reviews/review';
import { checkWords } from './check-words';
import { onlyNamed } from './only-named';
import { parseWhere } from './parse-where';
import { viewFile } from './query-of';
import { readTextFile } from './read-json-file';

export interface CreateOptions {
  readonly name: string;
  readonly by: string;
  readonly org?: string;
  readonly role?: string;
  readonly permission?: string;
  readonly view?: string;
  readonly where: readonly string[];
  readonly reviewer: readonly string[];
  /** ms */
  readonly due?: number;
  readonly note: string;
  readonly own?: Campaign['ownAccess'];
}

export async function createReview(engine: Engine, options: CreateOptions): Promise<Result<ReviewSummary>> {
  const { name, by, org, role, permission, due = 0, note, reviewer, own } = options;
  const view = options.view === undefined ? success(null) : await viewFile(options.view, 'membership');
  if (!view.ok) return view;
  if (view.value?.text)
    return failure(
      'invalid-input',
      `The view ${view.value.name} searches for “${view.value.text}”: a review takes conditions only. Nothing was made.`,
      'Save the view without a search, say with userEmail contains … .',
    );
  const where = parseWhere('membership', [
    ...(view.value === null ? [] : [view.value.where]),
    ...options.where,
  ]);
  if (!where.ok) return where;
  const words = await checkWords(engine, 'membership', where.value);
  if (!words.ok) return words;
  const scope = {
    ...(org !== undefined && { organizationId: org }),
    ...(role !== undefined && { roleKey: role }),
    ...(permission !== undefined && { permissionKey: permission }),
    where: filterText('membership', where.value),
  };
  const ownAccess = own && { ownAccess: own };
  return engine.call('createReview', {
    name,
    scope,
    reviewers: reviewer,
    dueAt: due,
    note,
    ...ownAccess,
    by,
  });
}

async function found(engine: Engine, named: string): Promise<Result<ReviewId>> {
  const review = await foundReview(engine, named);
  return review.ok ? success(review.value.id) : review;
}

/** A review by its id, or by a name that no other has. */
async function foundReview(engine: Engine, named: string): Promise<Result<ReviewSummary>> {
  const id = ReviewId.safeParse(named);
  const all = await engine.call('reviews', {});
  if (!all.ok) return all;
  const fits = all.value.filter((one) => one.id === id.data || one.name === named);
  return onlyNamed(fits, named, 'review');
}

export async function showReview(
  engine: Engine,
  named: string,
  { only, text }: { readonly only?: string; readonly text: string },
): Promise<Result<ReviewPage>> {
  const id = await found(engine, named);
  return id.ok ? engine.call('reviewPage', { id: id.value, only: only ?? null, text, limit: 20_000 }) : id;
}

export interface DecideOptions {
  readonly by: string;
  readonly note?: string;
  readonly from?: string;
}

/** @param words ids of items, and the decision behind them; none where a file says it */
export async function decideReview(
  engine: Engine,
  named: string,
  words: readonly string[],
  { by, note, from }: DecideOptions,
): Promise<Result<ReviewSummary>> {
  const decisions = from === undefined ? decisionsOf(words, note) : await decisionsIn(from, words);
  if (!decisions.ok) return decisions;
  const id = await found(engine, named);
  return id.ok ? engine.call('decideReview', { id: id.value, decisions: decisions.value, by }) : id;
}

function decisionsOf(words: readonly string[], note: string | undefined): Result<readonly object[]> {
  const decision = Decision.safeParse(words.at(-1));
  const items = words.slice(0, -1);
  if (decision.success && items.length > 0)
    return success(items.map((item) => ({ item, decision: decision.data, note })));
  return failure(
    'invalid-input',
    'Say which items, and then keep, revoke, unknown or open. Nothing was kept.',
    'Such as: review decide "Q4 admins" orgmem_1 orgmem_2 revoke --by Ada --note "left"',
  );
}

async function decisionsIn(file: string, words: readonly string[]): Promise<Result<readonly object[]>> {
  if (words.length > 0)
    return failure(
      'invalid-input',
      'Give items or --from, not both. Nothing was kept.',
      'Leave one of them out.',
    );
  const text = await readTextFile(file, 'kept');
  return text.ok ? readDecisions(text.value) : text;
}

export type Closed = OutputOf<'closeReview'> | OutputOf<'previewClosing'>;

export async function closeReview(
  engine: Engine,
  named: string,
  { by, dryRun = false }: { readonly by: string; readonly dryRun?: boolean },
): Promise<Result<Closed>> {
  const id = await found(engine, named);
  if (!id.ok) return id;
  return dryRun
    ? engine.call('previewClosing', { id: id.value })
    : engine.call('closeReview', { id: id.value, by });
}

/** Deletes a review, once it was confirmed that what it says is lost may be. */
export async function deleteReview(
  engine: Engine,
  named: string,
  { confirm = false }: { readonly confirm?: boolean },
): Promise<Result<{ readonly deleted: string }>> {
  const review = await foundReview(engine, named);
  if (!review.ok) return review;
  const { id, name } = review.value;
  if (!confirm)
    return failure(
      'invalid-input',
      `${name} is deleted only with --confirm. ${lostByDeletion(review.value).join(' ')} Nothing was deleted.`,
      'Export it with review export first, then give --confirm.',
    );
  const deleted = await engine.call('deleteReview', { id, decided: decidedOf(review.value) });
  return deleted.ok ? success({ deleted: id }) : deleted;
}

export interface ExportOptions {
  readonly by: string;
  readonly out: string;
  readonly format: (typeof reviewFormats)[number];
}

/** Writes a review as a file, which must not exist yet. */
export async function exportReview(
  engine: Engine,
  named: string,
  { by, out, format }: ExportOptions,
): Promise<Result<{ readonly file: string }>> {
  const id = await found(engine, named);
  if (!id.ok) return id;
  const made = await engine.call('exportReview', { id: id.value, signer: by, format });
  if (!made.ok) return made;
  const written = await writeNewFile(resolve(out), made.value.text);
  return written.ok ? success({ file: out }) : written;
}

export async function takeReview(engine: Engine, file: string): Promise<Result<OutputOf<'takeReview'>>> {
  const text = await readTextFile(file, 'taken over');
  return text.ok ? engine.call('takeReview', { text: text.value }) : text;
}
