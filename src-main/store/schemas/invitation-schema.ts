import { envelopeFields, fields } from './fields';
import { storeSchema } from './store-schema';

export const invitationSchema = storeSchema(
  {
    ...envelopeFields,
    organizationId: fields.id,
    email: fields.text,
    role: fields.text,
    roleName: fields.text,
    status: fields.text,
    inviterId: fields.id,
    expiresAt: fields.whole,
    createdAt: fields.whole,
    updatedAt: fields.whole,
  },
  [
    ['organizationId', 'status'],
    ['organizationId', 'createdAt'],
    ['status', 'createdAt'],
    ['email'],
    ['role'],
    ['expiresAt'],
    ['createdAt'],
    ['state'],
  ],
);
