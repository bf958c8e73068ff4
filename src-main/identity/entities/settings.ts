import { RecordId } from '@shared/domain/ids';
import { JsonObject } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { Adapter } from './adapter';

const path = '/instance/organization_settings';
const settingsId = RecordId.parse('organization_settings');

/** Every key is kept, also those that are not known yet. */
function decode(body: unknown): RemoteRecord<'settings'> | undefined {
  const decoded = JsonObject.safeParse(body).data;
  if (decoded === undefined) return undefined;
  const { object: _object, ...values } = decoded;
  return { id: settingsId, values };
}

/** A singleton is a list of one. */
export const settings: Adapter<'settings'> = {
  pagePath: () => path,
  decodePage: (body) => {
    const record = decode(body);
    return record && { records: [record], unread: [], total: 1 };
  },
  onePath: () => path,
  decodeOne: decode,
  decodeAnswer: decode,
};
