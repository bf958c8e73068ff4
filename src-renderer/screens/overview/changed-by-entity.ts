import type { Overview } from '@shared/contract/overview';
import type { EntityName } from '@shared/domain/entity';

interface ChangedLine {
  readonly entity: EntityName;
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  /** Of all of these, sent from here. */
  readonly local: number;
}

/** Changes added up by kind of record, most first. Pure. */
export function changedByEntity(changed: Overview['changed']): readonly ChangedLine[] {
  const lines = new Map<EntityName, ChangedLine>();
  for (const { entity, change, source, count } of changed) {
    const line = lines.get(entity) ?? { entity, created: 0, updated: 0, deleted: 0, local: 0 };
    const local = line.local + (source === 'local' ? count : 0);
    lines.set(entity, { ...line, [change]: line[change] + count, local });
  }
  const all = ({ created, updated, deleted }: ChangedLine): number => created + updated + deleted;
  return [...lines.values()].sort((a, b) => all(b) - all(a));
}
