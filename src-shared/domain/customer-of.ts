import { t } from '../language/t';
import { EntityName, entityWords, modelOf } from './entity';
import { readField } from './field-path';
import type { AnyField } from './kinds/field';
import type { StoredRecord } from './records/record-map';

/** What its records stand inside of, where that is no organization, and the field that says which; null for what stands by itself. */
function insideOf(entity: EntityName): { readonly field: string; readonly home: EntityName } | null {
  const { inside, fields } = modelOf(entity);
  const field: AnyField | undefined = inside === undefined ? undefined : fields[inside];
  const home = EntityName.safeParse(field?.to);
  return inside === undefined || !home.success ? null : { field: inside, home: home.data };
}

/** Looked up once, as every step of a plan passes here. */
const insides = new Map(EntityName.options.map((entity) => [entity, insideOf(entity)]));

const homes: ReadonlySet<EntityName> = new Set([...insides.values()].flatMap((inside) => inside?.home ?? []));

/** Whether its records are customers: isolated from each other, with others inside. */
export const isCustomer = (entity: EntityName): boolean => homes.has(entity);

/** Whether its records are customers, or stand inside of one. */
export const hasCustomer = (entity: EntityName): boolean => isCustomer(entity) || insides.get(entity) != null;

/** What people call them. */
export const customerWords = {
  one: t('customer'),
  many: t('customers'),
  ...[...homes].map((entity) => entityWords[entity])[0],
};

export interface Customer {
  readonly entity: EntityName;
  readonly id: string;
}

/** The customer that a record is, or stands inside of; null for what belongs to none. */
export function customerOf(entity: EntityName, record: Pick<StoredRecord, 'id'> & object): Customer | null {
  if (isCustomer(entity)) return { entity, id: record.id };
  const inside = insides.get(entity) ?? null;
  const id = inside === null ? undefined : readField(record, inside.field);
  return inside === null || typeof id !== 'string' || id === '' ? null : { entity: inside.home, id };
}
