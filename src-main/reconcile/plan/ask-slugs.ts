import type { Intent } from '@shared/domain/intent';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { slugWanted } from '@shared/domain/rules/take-slug';
import { inParallel } from '@shared/in-parallel';
import type { ReconcileContext } from '../service/reconcile-context';
import { endsAll } from '../service/step-end';
import { takeInFound } from './refresh-targets';

/** Questions at once. */
const width = 8;

/**
 * Asks the service who has the slugs that these intents ask for: a colleague may have taken one since the last sweep. What
 * cannot be asked now, the sending itself will show. Returned: why nothing can be asked at all, offline or a refused key.
 */
export async function askSlugs(
  context: ReconcileContext,
  intents: readonly Intent[],
): Promise<RemoteFailure | null> {
  const { port } = context;
  const owners: RemoteRecord<'organization'>[] = [];
  let stop: RemoteFailure | null = null;
  const wanted = new Set(intents.map(slugWanted).filter((slug) => slug !== ''));
  await inParallel([...wanted], width, async (slug) => {
    if (stop !== null || port.slugOwner === undefined) return;
    const asked = await askSteadily('read', () => port.slugOwner?.(slug) ?? free, context);
    if (!asked.ok) {
      if (endsAll(asked.failure)) stop = asked.failure;
    } else if (asked.value !== null) owners.push(asked.value);
  });
  await takeInFound(context, 'organization', owners);
  return stop;
}

const free = Promise.resolve({ ok: true, value: null, requestId: '' } as const);
