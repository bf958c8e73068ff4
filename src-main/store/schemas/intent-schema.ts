import { stored as fields } from '@shared/domain/kinds/stored';
import { storeSchema } from './store-schema';

/** Properties of `src-shared/domain/intent.ts`. */
export const intentSchema = storeSchema(
  {
    id: fields.id,
    seq: fields.whole,
    stagedAt: fields.whole,
    changeSetId: fields.id,
    gesture: fields.text,
    entity: fields.text,
    recordId: fields.id,
    label: fields.text,
    organizationId: fields.id,
    action: fields.object,
    shows: fields.object,
    state: fields.text,
    attempts: fields.whole,
    nextAttemptAt: fields.whole,
    theirs: fields.any,
    outcome: fields.any,
    closedAt: fields.whole,
  },
  [['seq'], ['state', 'seq'], ['recordId', 'seq']],
);
