import { stored as fields } from '@shared/domain/kinds/stored';
import { storeSchema } from './store-schema';

/** Cursors and other small values of `WriteBatch.meta`; the id is the key. */
export const checkpointSchema = storeSchema({ id: fields.id, value: fields.any }, []);
