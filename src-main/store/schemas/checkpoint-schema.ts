import { fields } from './fields';
import { storeSchema } from './store-schema';

/** Cursors and other small values of `WriteBatch.meta`; the id is the key. */
export const checkpointSchema = storeSchema({ id: fields.id, value: fields.any }, []);
