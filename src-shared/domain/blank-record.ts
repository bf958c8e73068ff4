import type { EntityName } from './entity';
import type { RecordId } from './ids';
import { blankOf } from './records/blank-of';
import { fieldsOf } from './records/fields-of';
import type { Branding, RemoteRecord } from './records/record-map';

/** A record with nothing set: what a provisional record shows where its creation names no value. `at`: ms since 1970. */
export function blankRecord<E extends EntityName>(entity: E, id: RecordId, at: number): RemoteRecord<E> {
  const values = Object.entries(fieldsOf(entity)).map(([name, field]) => [name, blankOf(field, id, at)]);
  return { id, ...Object.fromEntries(values) } as RemoteRecord<E>;
}

export const noBranding = blankOf(fieldsOf('organization').branding) as Branding;
