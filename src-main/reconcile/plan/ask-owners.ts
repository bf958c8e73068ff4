import type { EntityName } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { isFew, isListed, valuesTaken } from '@shared/domain/rules/single-values';
import { slugWanted } from '@shared/domain/rules/take-slug';
import { inParallel } from '@shared/in-parallel';
import { freshRead } from '../service/fresh-read';
import type { SharingContext } from '../service/shared-walks';
import { endsAll } from '../service/step-end';
import { takeInFound, width } from './refresh-targets';

/**
 * Asks the service who has the slugs that these intents ask for, the keys of new roles and their like, and the values of lists that are to
 * be of one record each (domains of a connection): a colleague may have taken one since the last sweep. What cannot be asked now, the sending itself will show.
 * Returned: why nothing can be asked at all, offline or a refused key.
 */
export async function askOwners(
  context: SharingContext,
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
  const holders = new Map<EntityName, RemoteRecord[]>();
  await inParallel(questions(intents), width, async ({ entity, values }) => {
    if (stop !== null) return;
    const asked = await askSteadily('read', () => port.findCreated(entity, values), context);
    if (asked.ok) holders.set(entity, [...(holders.get(entity) ?? []), ...asked.value]);
    else if (endsAll(asked.failure)) stop = asked.failure;
  });
  for (const [entity, found] of holders) await takeInHolders(context, entity, found);
  return stop;
}

const free = Promise.resolve({ ok: true, value: null, requestId: '' } as const);

interface Question {
  readonly entity: EntityName;
  readonly values: JsonObject;
}

/** Who has the values that intents take: one question for all of a list, one for each key. */
function questions(intents: readonly Intent[]): readonly Question[] {
  const asked = new Map<
    string,
    { readonly entity: EntityName; readonly field: string; readonly values: string[] }
  >();
  for (const { entity, field, value, key } of intents.flatMap(valuesTaken)) {
    if (!isFew(entity)) continue;
    const which = isListed(entity, field) ? `${entity}/${field}` : key;
    const one = asked.get(which) ?? { entity, field, values: [] };
    one.values.push(value);
    asked.set(which, one);
  }
  return [...asked.values()].map(({ entity, field, values: [first = '', ...more] }) => ({
    entity,
    values: { [field]: isListed(entity, field) ? [first, ...more] : first },
  }));
}

/** Takes in who holds such values: what is known is read by its own address, which tells all of it. */
async function takeInHolders(
  context: SharingContext,
  entity: EntityName,
  found: readonly RemoteRecord[],
): Promise<void> {
  const rows = await context.store.getMany(
    entity,
    found.map(({ id }) => id),
  );
  const whole: RemoteRecord[] = [];
  await inParallel(found, width, async (record) => {
    const row = rows.get(record.id);
    const read = row && (await freshRead(context, entity, row));
    if (row === undefined) whole.push(record);
    else if (read?.ok && read.value !== null) whole.push(read.value);
  });
  await takeInFound(context, entity, whole);
}
