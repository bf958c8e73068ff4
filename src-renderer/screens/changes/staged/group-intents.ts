import { entityWords } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';

/** A line of the list of staged changes: a heading, or a change under it. */
export type StagedItem =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly intents: readonly Intent[];
    }
  | { readonly kind: 'intent'; readonly id: string; readonly intent: Intent };

/**
 * Changes under their organization, in the order in which they were staged; what belongs to no organization (roles,
 * people) stands under its kind. Pure.
 *
 * @param names of organizations, by id.
 */
export function groupIntents(
  intents: readonly Intent[],
  names: ReadonlyMap<string, string>,
): readonly StagedItem[] {
  const groups = new Map<string, { name: string; intents: Intent[] }>();
  for (const intent of intents) {
    const id = intent.organizationId === '' ? `of-${intent.entity}` : intent.organizationId;
    const group = groups.get(id) ?? { name: groupName(intent, names), intents: [] };
    groups.set(id, group);
    group.intents.push(intent);
  }
  return [...groups].flatMap(([id, group]): readonly StagedItem[] => [
    { kind: 'group', id, ...group },
    ...group.intents.map((intent): StagedItem => ({ kind: 'intent', id: intent.id, intent })),
  ]);
}

function groupName({ entity, organizationId, label }: Intent, names: ReadonlyMap<string, string>): string {
  const known = names.get(organizationId);
  if (known !== undefined) return known;
  if (organizationId !== '') return entity === 'organization' ? label : organizationId;
  const words = entityWords[entity].many;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
