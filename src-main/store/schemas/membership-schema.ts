import { envelopeFields, fields } from './fields';
import { storeSchema } from './store-schema';

export const membershipSchema = storeSchema(
  {
    ...envelopeFields,
    organizationId: fields.id,
    organizationName: fields.text,
    userId: fields.id,
    userName: fields.text,
    userEmail: fields.text,
    role: fields.text,
    roleName: fields.text,
    publicMetadata: fields.object,
    createdAt: fields.whole,
    updatedAt: fields.whole,
  },
  [
    ['organizationId', 'userName'],
    ['organizationId', 'role'],
    ['role', 'userName'],
    ['userId'],
    ['userName'],
    ['userEmail'],
    ['organizationName'],
    ['createdAt'],
    ['state'],
  ],
);
