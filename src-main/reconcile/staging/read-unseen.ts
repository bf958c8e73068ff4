import { seenAbsent } from '@main/store/seen-absent';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { IntentDraft } from '@shared/domain/intent';
import { recordKey, type StagingWorld } from '@shared/domain/rules/staging-world';

interface Named {
  readonly entity: EntityName;
  readonly id: string;
}

/** Of what drafts name and the copy lacks: what nobody has seen absent, by `recordKey`. */
export async function readUnseen(
  store: Pick<Store, 'meta'>,
  drafts: readonly IntentDraft[],
  named: readonly Named[],
  { records, roles }: Pick<StagingWorld, 'records' | 'roles'>,
): Promise<ReadonlySet<string>> {
  const lacking = [
    ...named.filter(({ entity, id }) => !records.has(recordKey(entity, id))),
    ...drafts.flatMap(roleNamed).flatMap((id) => (roles.has(id) ? [] : [{ entity: 'role' as const, id }])),
  ];
  const unseen = new Set<string>();
  for (const of of new Set(lacking.map(({ entity }) => entity))) {
    const isAbsent = await seenAbsent(store, of);
    for (const { entity, id } of lacking)
      if (entity === of && !isAbsent(id)) unseen.add(recordKey(entity, id));
  }
  return unseen;
}

/** The role that a draft may name by its key: a new member's, or the value of a setting. */
function roleNamed({ action }: IntentDraft): readonly string[] {
  const named =
    action.verb === 'create' ? action.values.role : action.verb === 'update' ? action.value : null;
  return typeof named === 'string' && named !== '' ? [named] : [];
}
