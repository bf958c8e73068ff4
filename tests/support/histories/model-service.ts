import { readField, writeField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { organizationOf } from '../../domain/sample-records';

type Organization = RemoteRecord<'organization'>;

/** Who wrote a field last, and what stood there before. */
export interface Written {
  readonly id: RecordId;
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** The service of the model: it does what it is told, at once; time is a counter. */
export function modelService() {
  let clock = 1;
  const organizations = new Map<RecordId, Organization>(
    ['org_0', 'org_1'].map((text) => {
      const id = RecordId.parse(text);
      return [id, organizationOf({ id, name: text, slug: text, maxAllowedMemberships: 0 })];
    }),
  );
  return {
    now: (): number => clock++,
    read: (id: RecordId): Organization | null => organizations.get(id) ?? null,
    write: (id: RecordId, field: string, value: JsonValue): Written | null => {
      const held = organizations.get(id);
      if (held === undefined) return null;
      organizations.set(id, { ...writeField(held, field, value), updatedAt: clock++ });
      return { id, field, before: readField(held, field) ?? null, after: value };
    },
    delete: (id: RecordId): void => {
      organizations.delete(id);
    },
  };
}
export type ModelService = ReturnType<typeof modelService>;
