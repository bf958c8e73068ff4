import { envelopeFields, fields } from './fields';
import { storeSchema } from './store-schema';

export const applicationSchema = storeSchema(
  {
    ...envelopeFields,
    name: fields.text,
    instanceId: fields.text,
    environment: fields.text,
    domain: fields.text,
    dns: fields.text,
    config: fields.object,
    configVersion: fields.text,
  },
  [['name'], ['domain'], ['dns'], ['state']],
);
