import type { WriteBatch } from '@main/store/store';
import { ShownSecret } from '@shared/contract/plan';
import { actOf } from '@shared/domain/acts';
import { modelOf } from '@shared/domain/entity';
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
  const { once, openBy = '' } = modelOf(entity);
  const what =
    action.verb === 'create'
      ? action.values[openBy] === true
        ? undefined
        : once
      : action.verb === 'perform'
        ? actOf(entity, action.operation)?.once
        : undefined;
  return what === undefined || secret === '' ? [] : [{ what, label, secret: secret ?? null }];
}

const lostKey = 'reconcile/lost-secrets';

/**
 * What was shown, or lost with its answer, and has reached nobody yet: the intents are closed, and nothing else tells. Never the secret
 * itself. Kept until whoever asked has the report of a run (`secretsTaken`); a plan before that says that it is lost.
 */
export async function readLost({ store }: Pick<ReconcileContext, 'store'>): Promise<readonly ShownSecret[]> {
  return z.array(ShownSecret).safeParse(await store.meta(lostKey)).data ?? [];
}

/** What a write adds for the closing of an intent. Within a write plan. */
export async function withUnshown(
  context: Pick<ReconcileContext, 'store'>,
  batch: WriteBatch,
  shown: readonly ShownSecret[],
): Promise<WriteBatch> {
  if (shown.length === 0) return batch;
  const kept = [...(await readLost(context)), ...shown.map((each) => ({ ...each, secret: null }))];
  return { ...batch, meta: { ...batch.meta, [lostKey]: kept } };
}

export async function forgetLost(context: ReconcileContext): Promise<void> {
  if ((await readLost(context)).length > 0) await context.store.write({ meta: { [lostKey]: null } });
}
