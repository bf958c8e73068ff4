import type { WriteBatch } from '@main/store/store';
import type { ShownSecret } from '@shared/contract/plan';
import { actOf } from '@shared/domain/acts';
import { EntityName, modelOf } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import { z } from 'zod';
import type { ReconcileContext } from './reconcile-context';

/**
 * What the service shows once of what was done.
 *
 * @param secret what the answer showed, '' where it came without; undefined where the answer was lost, and the secret with it.
 */
export function shownOnce(
  { entity, action, label }: Intent,
  secret: string | undefined,
): readonly ShownSecret[] {
  if (secret === '' || (action.verb !== 'create' && action.verb !== 'perform')) return [];
  if (action.verb === 'create' && action.values[modelOf(entity).openBy ?? ''] === true) return [];
  const what = calledOnce({ entity, operation: action.verb === 'perform' ? action.operation : null });
  return what === undefined ? [] : [{ what, label, secret: secret ?? null }];
}

/** How that is called which an act shows once, or a creation (`operation` null). */
export const calledOnce = ({ entity, operation }: ShownBy): string | undefined =>
  operation === null ? modelOf(entity).once : actOf(entity, operation)?.once;

interface ShownBy {
  readonly entity: EntityName;
  readonly operation: string | null;
}

/**
 * By what it was shown: its words are those of whoever reads it. `what` stands beside it, since earlier versions read that alone, and what
 * they write has that alone.
 */
const Lost = z.object({
  entity: EntityName.nullable().default(null),
  operation: z.string().nullable().default(null),
  what: z.string().default(''),
  label: z.string(),
  secret: z.null().default(null),
});
type Lost = z.infer<typeof Lost>;

const whatOf = ({ entity, operation, what }: Lost): string =>
  (entity !== null && calledOnce({ entity, operation })) || what;

const lostKey = 'reconcile/lost-secrets';

/**
 * What was shown, or lost with its answer, and has reached nobody yet: the intents are closed, and nothing else tells. Never the secret
 * itself. Kept until whoever asked has the report of a run (`secretsTaken`); a plan before that says that it is lost.
 */
export async function readLost(context: Pick<ReconcileContext, 'store'>): Promise<readonly ShownSecret[]> {
  return (await readKept(context)).map((lost) => ({ what: whatOf(lost), label: lost.label, secret: null }));
}

const readKept = async ({ store }: Pick<ReconcileContext, 'store'>): Promise<readonly Lost[]> =>
  z.array(Lost).safeParse(await store.meta(lostKey)).data ?? [];

/** What a write adds for the closing of an intent by which something was shown once. Within a write plan. */
export async function withUnshown(
  context: Pick<ReconcileContext, 'store'>,
  batch: WriteBatch,
  { entity, action, label }: Intent,
): Promise<WriteBatch> {
  const operation = action.verb === 'perform' ? action.operation : null;
  const added = { entity, operation, label, what: calledOnce({ entity, operation }) ?? '', secret: null };
  const before = (await readKept(context)).map((lost) => ({ ...lost, what: whatOf(lost) }));
  return { ...batch, meta: { ...batch.meta, [lostKey]: [...before, added] } };
}

export async function forgetLost(context: ReconcileContext): Promise<void> {
  if ((await readLost(context)).length > 0) await context.store.write({ meta: { [lostKey]: null } });
}
