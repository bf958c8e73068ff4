import { stored as fields } from '@shared/domain/kinds/stored';
import { storeSchema } from './store-schema';

/** Properties of `src-shared/domain/change-set.ts`. */
export const changeSetSchema = storeSchema(
  {
    id: fields.id,
    title: fields.text,
    ticket: fields.text,
    createdAt: fields.whole,
    undoes: fields.any,
    joinedInto: fields.any,
  },
  [],
);
