import { envelopeFields, fields } from './fields';
import { storeSchema } from './store-schema';

export const settingsSchema = storeSchema({ ...envelopeFields, values: fields.object }, []);
