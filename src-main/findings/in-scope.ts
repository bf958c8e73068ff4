import type { FindingOutcome } from '@shared/contract/findings';
import { PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { Hit } from '@shared/domain/findings/finding';
import { scopedBy } from '@shared/domain/scoped-by';
import { gather } from '@shared/gather';
import type { ReadRows } from './own-checks';

/** The organization that a look is narrowed to. */
export interface Scope {
  /** Its id. */
  readonly id: string;
  /** Which of some records are its own, as every table is narrowed to it: none of what belongs to the whole instance. */
  own(entity: EntityName, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

const portion = 500;

export function createScope(rows: ReadRows, id: string): Scope {
  return {
    id,
    async own(entity, ids) {
      const found = new Set<string>();
      for (let at = 0; scopedBy(entity) !== null && at < ids.length; at += portion) {
        const where = [{ field: 'id', op: 'in', value: ids.slice(at, at + portion) }];
        const page = await rows(PageQuery.parse({ entity, where, scope: id, limit: portion }));
        for (const row of page.rows) found.add(row.id);
      }
      return found;
    },
  };
}

/** The hits that are of the scope; all of them without one. */
export async function hitsIn(scope: Scope | null, hits: readonly Hit[]): Promise<readonly Hit[]> {
  if (scope === null) return hits;
  const idsOf = new Map<EntityName, string[]>();
  for (const { entity, recordId } of hits) gather(idsOf, entity, recordId);
  const own = new Map<EntityName, ReadonlySet<string>>();
  for (const [entity, ids] of idsOf) own.set(entity, await scope.own(entity, ids));
  return hits.filter(({ entity, recordId }) => own.get(entity)?.has(recordId));
}

/** Whether a check can find anything in one organization. */
export const isNarrowed = ({ check }: Pick<FindingOutcome, 'check'>): boolean =>
  scopedBy(check.entity) !== null;
