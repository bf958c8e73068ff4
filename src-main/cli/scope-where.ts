import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { type Filter, PageQuery } from '@shared/contract/page';
import { EntityName, entityWords } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import { scopedBy } from '@shared/domain/scoped-by';

const pageSize = 500;

/** The condition that narrows a list to one organization; none without one. What belongs to the whole instance cannot be narrowed. */
export async function scopeWhere(
  engine: Engine,
  entity: EntityName,
  organizationId: string,
): Promise<Result<readonly Filter[]>> {
  if (organizationId === '') return success([]);
  const by = scopedBy(entity);
  if (by === null) {
    const scoped = EntityName.options.filter((each) => scopedBy(each) !== null);
    return failure(
      'invalid-input',
      `--scope: ${entityWords[entity].many} belong to the whole instance, and to no organization.`,
      `Leave it out, or list one of ${scoped.join(', ')}.`,
    );
  }
  const known = await engine.call('record', {
    entity: 'organization',
    id: RecordId.parse(organizationId),
  });
  if (!known.ok) return known;
  if (known.value.record === null)
    return failure(
      'not-found',
      `--scope: there is no organization ${organizationId}.`,
      'List organizations for their ids.',
    );
  if (!('through' in by)) return success([{ field: by.field, op: 'eq', value: organizationId }]);
  const ids: string[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const where = [{ field: by.by, op: 'eq', value: organizationId }] as const;
    const page = await engine.call(
      'page',
      PageQuery.parse({ entity: by.through, where, limit: pageSize, offset }),
    );
    if (!page.ok) return page;
    for (const row of page.value.rows) ids.push(String(readField(row, by.field)));
    if (page.value.rows.length < pageSize) break;
  }
  return success([{ field: 'id', op: 'in', value: [...new Set(ids)] }]);
}
