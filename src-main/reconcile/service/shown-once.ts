import type { WriteBatch } from '@main/store/store';
import { ShownSecret } from '@shared/contract/plan';
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

const ShownBy = z.object({ entity: EntityName, operation: z.string().nullable() });
type ShownBy = z.infer<typeof ShownBy>;

/** By what it was shown: its words are those of whoever reads it. Older ones were kept in words. */
const Lost = z.union([ShownBy.extend({ label: z.string() }), ShownSecret]);

const lostKey = 'reconcile/lost-secrets';

/**
 * What was shown, or lost with its answer, and has reached nobody yet: the intents are closed, and nothing else tells. Never the secret
 * itself. Kept until whoever asked has the report of a run (`secretsTaken`); a plan before that says that it is lost.
 */
export async function readLost(context: Pick<ReconcileContext, 'store'>): Promise<readonly ShownSecret[]> {
  return (await readKept(context)).map((lost) =>
    'what' in lost ? lost : { what: calledOnce(lost) ?? '', label: lost.label, secret: null },
  );
}

const readKept = async ({
  store,
}: Pick<ReconcileContext, 'store'>): Promise<readonly z.infer<typeof Lost>[]> =>
  z.array(Lost).safeParse(await store.meta(lostKey)).data ?? [];

/** What a write adds for the closing of an intent by which something was shown once. Within a write plan. */
export async function withUnshown(
  context: Pick<ReconcileContext, 'store'>,
  batch: WriteBatch,
  { entity, action, label }: Intent,
): Promise<WriteBatch> {
  const operation = action.verb === 'perform' ? action.operation : null;
  const kept = [...(await readKept(context)), { entity, operation, label }];
  return { ...batch, meta: { ...batch.meta, [lostKey]: kept } };
}

export async function forgetLost(context: ReconcileContext): Promise<void> {
  if ((await readLost(context)).length > 0) await context.store.write({ meta: { [lostKey]: null } });
}
