import { wire } from '@shared/domain/kinds/wire';
import { z } from 'zod';
import { textOf } from '../text-of';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { resource } from './resource';

const path = '/enterprise_connections';

const plain = resource(
  'enterpriseConnection',
  path,
  recordReader('enterpriseConnection', {
    properties: {
      saml_connection: z
        .object({
          idp_entity_id: wire.text,
          idp_sso_url: wire.text,
          idp_metadata_url: wire.text,
          acs_url: wire.text,
          sp_entity_id: wire.text,
          // Told by `SAMLConnection` of the spec; the narrower schema beside it leaves it open.
          idp_certificate_expires_at: z.number().nullish().catch(null),
        })
        .nullish(),
      oauth_config: z.object({ client_id: wire.text, discovery_url: wire.text }).nullish(),
    },
    read: ({ saml_connection: saml, oauth_config: oidc }) => ({
      idpEntityId: saml?.idp_entity_id ?? '',
      idpSsoUrl: saml?.idp_sso_url ?? '',
      idpMetadataUrl: saml?.idp_metadata_url ?? '',
      acsUrl: saml?.acs_url ?? '',
      spEntityId: saml?.sp_entity_id ?? '',
      certificateExpiresAt: saml?.idp_certificate_expires_at ?? 0,
      clientId: oidc?.client_id ?? '',
      discoveryUrl: oidc?.discovery_url ?? '',
    }),
  }),
);

/** The list has no order and no search of its own (spec): its newest are looked through. */
export const enterpriseConnection: Adapter<'enterpriseConnection'> = {
  ...plain,
  pagePath: ({ limit, offset }) => `${path}?limit=${limit}&offset=${offset}`,
  find: (values) => ({
    paths: [`${path}?limit=500`],
    isLike: (record) => record.name === textOf(values, 'name'),
  }),
};
