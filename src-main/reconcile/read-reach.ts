import type { StoredRecord } from '@shared/domain/records/record-map';
import { changesConfig } from '@shared/domain/rules/asks';
import type { PlanFacts, Reach } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import { inParallel } from './in-parallel';
import type { ReconcileContext } from './reconcile-context';

/** Applications asked at once, and in all: of further ones it is said that nobody counted. */
const width = 4;
const mostAsked = 50;

/** How many people each application has whose config a plan changes, by application; what cannot be asked is left out. */
export async function readReach(
  { port }: ReconcileContext,
  { intents, rows }: Pick<PlanFacts, 'intents' | 'rows'>,
): Promise<ReadonlyMap<string, Reach>> {
  const reach = new Map<string, Reach>();
  if (port.countPeople === undefined) return reach;
  const changed = intents.filter(changesConfig).map(({ recordId }) => recordId);
  await inParallel([...new Set(changed)].slice(0, mostAsked), width, async (id) => {
    const row = rows.get(recordKey('application', id)) as StoredRecord<'application'> | undefined;
    const counted = row && (await port.countPeople?.(row));
    if (counted?.ok) reach.set(id, counted.value);
  });
  return reach;
}
