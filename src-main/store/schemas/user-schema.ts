import { envelopeFields, fields } from './fields';
import { storeSchema } from './store-schema';

export const userSchema = storeSchema(
  {
    ...envelopeFields,
    name: fields.text,
    firstName: fields.text,
    lastName: fields.text,
    username: fields.text,
    email: fields.text,
    phone: fields.text,
    banned: fields.flag,
    locked: fields.flag,
    twoFactorEnabled: fields.flag,
    createOrganizationEnabled: fields.flag,
    publicMetadata: fields.object,
    lastSignInAt: fields.whole,
    lastActiveAt: fields.whole,
    createdAt: fields.whole,
    updatedAt: fields.whole,
  },
  [['name'], ['email'], ['username'], ['lastActiveAt'], ['lastSignInAt'], ['createdAt'], ['state']],
);
