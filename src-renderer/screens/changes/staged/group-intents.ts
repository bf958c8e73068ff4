import { defaultChangeSetId } from '@shared/domain/change-set';
import { entityWords, modelOf } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';

/** A line of the list of staged changes: a change set, a heading in it, or a change under that. */
export type StagedItem =
  | { readonly kind: 'set'; readonly id: string; readonly name: string; readonly intents: readonly Intent[] }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly intents: readonly Intent[];
    }
  | { readonly kind: 'intent'; readonly id: string; readonly intent: Intent };

/** Names by id. */
export interface GroupNames {
  readonly organizations: ReadonlyMap<string, string>;
  /** Change sets in the order in which they are to stand. */
  readonly sets: ReadonlyMap<string, string>;
}

/**
 * Changes under their change set (where there is another than the usual one), then under their organization, in the order in which they
 * were staged; what belongs to no organization (roles, people) stands under its kind. Pure.
 */
export function groupIntents(intents: readonly Intent[], names: GroupNames): readonly StagedItem[] {
  const bySet = gather(intents, ({ changeSetId }) => changeSetId);
  const [only] = bySet.keys();
  if (bySet.size <= 1 && (only === undefined || only === defaultChangeSetId))
    return organizationItems(intents, '', names.organizations);
  const order = [...names.sets.keys()];
  return [...bySet]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([id, own]): readonly StagedItem[] => [
      { kind: 'set', id, name: names.sets.get(id) ?? t('Change set'), intents: own },
      ...organizationItems(own, id, names.organizations),
    ]);
}

function organizationItems(
  intents: readonly Intent[],
  setId: string,
  names: ReadonlyMap<string, string>,
): readonly StagedItem[] {
  const groups = gather(intents, ({ entity, organizationId }) =>
    organizationId === '' ? `of-${entity}` : organizationId,
  );
  return [...groups].flatMap(([id, own]): readonly StagedItem[] => [
    { kind: 'group', id: `${setId}/${id}`, name: groupName(own, names), intents: own },
    ...own.map((intent): StagedItem => ({ kind: 'intent', id: intent.id, intent })),
  ]);
}

function gather(
  intents: readonly Intent[],
  keyOf: (intent: Intent) => string,
): ReadonlyMap<string, readonly Intent[]> {
  const groups = new Map<string, Intent[]>();
  for (const intent of intents) {
    const group = groups.get(keyOf(intent));
    if (group) group.push(intent);
    else groups.set(keyOf(intent), [intent]);
  }
  return groups;
}

/** The organization's name; an organization that is about to be made is called as it will be. */
function groupName(intents: readonly Intent[], names: ReadonlyMap<string, string>): string {
  const [first] = intents;
  if (first === undefined) return '';
  const { entity, organizationId } = first;
  const own = intents.find((intent) => modelOf(intent.entity).scope);
  if (organizationId !== '') return names.get(organizationId) ?? own?.label ?? organizationId;
  const words = entityWords[entity].many;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
