import { envelopeFields, fields } from './fields';
import { storeSchema } from './store-schema';

export const organizationSchema = storeSchema(
  {
    ...envelopeFields,
    name: fields.text,
    slug: fields.text,
    logo: fields.any,
    membersCount: fields.whole,
    pendingInvitationsCount: fields.whole,
    maxAllowedMemberships: fields.whole,
    adminDeleteEnabled: fields.flag,
    createdBy: fields.text,
    branding: fields.object,
    publicMetadata: fields.object,
    privateMetadata: fields.object,
    createdAt: fields.whole,
    updatedAt: fields.whole,
  },
  [['name'], ['slug'], ['membersCount'], ['maxAllowedMemberships'], ['createdAt'], ['updatedAt'], ['state']],
);
