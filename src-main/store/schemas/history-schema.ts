import { stored as fields } from '@shared/domain/kinds/stored';
import { storeSchema } from './store-schema';

/** Properties of `src-shared/domain/history-entry.ts`. */
export const historySchema = storeSchema(
  {
    id: fields.id,
    seq: fields.whole,
    at: fields.whole,
    entity: fields.text,
    recordId: fields.id,
    organizationId: fields.id,
    label: fields.text,
    source: fields.text,
    change: fields.text,
    fields: fields.list,
    intentId: fields.id,
    requestId: fields.text,
    previousHash: fields.text,
    hash: fields.text,
  },
  [['seq'], ['recordId', 'seq'], ['organizationId', 'seq'], ['entity', 'seq']],
);
