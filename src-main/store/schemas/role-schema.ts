import { envelopeFields, fields } from './fields';
import { storeSchema } from './store-schema';

/** Roles and permissions together, told apart by `kind`: RxDB's open edition is sparing with collections. */
export const roleSchema = storeSchema(
  {
    ...envelopeFields,
    kind: fields.text,
    key: fields.text,
    name: fields.text,
    description: fields.text,
    type: fields.text,
    isCreatorEligible: fields.flag,
    permissionKeys: fields.list,
    createdAt: fields.whole,
    updatedAt: fields.whole,
  },
  [
    ['kind', 'key'],
    ['kind', 'name'],
    ['kind', 'createdAt'],
  ],
);
