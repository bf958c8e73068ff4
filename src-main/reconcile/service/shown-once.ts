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

/** What was lost, until the admin has carried on from a plan that said so: by then the intents are closed, and nothing else tells. */
export async function readLost({ store }: ReconcileContext): Promise<readonly ShownSecret[]> {
  return z.array(ShownSecret).safeParse(await store.meta(lostKey)).data ?? [];
}

export async function keepLost(context: ReconcileContext, more: readonly ShownSecret[]): Promise<void> {
  if (more.length === 0) return;
  await context.store.write({ meta: { [lostKey]: [...(await readLost(context)), ...more] } });
}

export async function forgetLost(context: ReconcileContext): Promise<void> {
  if ((await readLost(context)).length > 0) await context.store.write({ meta: { [lostKey]: null } });
}
