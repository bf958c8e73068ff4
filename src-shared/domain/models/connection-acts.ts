import { t } from '../../language/t';
import type { JsonObject, JsonValue } from '../json';
import type { Act } from '../kinds/act';
import { prose, secret, text } from '../kinds/field';

type Provided = Readonly<Record<string, JsonValue | undefined>>;

/** What a connection speaks, which its provider says (spec: `provider`). */
export const speaksSaml = ({ provider }: Provided): boolean => String(provider).startsWith('saml');
export const speaksOidc = ({ provider }: Provided): boolean => String(provider).startsWith('oidc');

const pem = /^\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

/** What a connection is told and never shows again. */
export const connectionTakes = {
  idpCertificate: prose({
    label: t('Certificate of the provider'),
    fits: speaksSaml,
    hint: t('PEM: from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----'),
    fault: (value) =>
      value === '' || pem.test(String(value))
        ? null
        : t('must be one certificate in PEM, from -----BEGIN CERTIFICATE----- on'),
  }),
  clientSecret: secret({ label: t('Client secret'), fits: speaksOidc }),
} as const;

const saml = (record: JsonObject): string | null =>
  speaksSaml(record) ? null : t('Only SAML has this, and it speaks OpenID Connect.');
const oidc = (record: JsonObject): string | null =>
  speaksOidc(record) ? null : t('Only OpenID Connect has this, and it speaks SAML.');

/** Whatever was staged before of the same makes room: the last one counts. Repeated, it comes to the same. */
const told = (operation: string, act: Pick<Act, 'label' | 'says' | 'values' | 'also' | 'fault'>): Act => ({
  ...act,
  replaces: [operation],
  shows: () => ({}),
  undo: () => t('The service does not show what was there before: give it again.'),
});

/** What a provider is told later on, and the service never shows (spec: `PATCH /enterprise_connections/{enterprise_connection_id}`). */
export const connectionActs: Readonly<Record<string, Act>> = {
  setCertificate: told('setCertificate', {
    label: t('Replace the certificate'),
    says: t('Answers of the provider that are signed with another certificate are refused from then on.'),
    values: { idpCertificate: connectionTakes.idpCertificate },
    also: ['certificateExpiresAt'],
    fault: saml,
  }),
  setAttributeMapping: told('setAttributeMapping', {
    label: t('Map attributes'),
    says: t(
      'Where a person’s data stand in what the provider sends. The service does not show how it is now.',
    ),
    values: {
      userId: text({ label: t('User id'), fits: speaksSaml }),
      emailAddress: text({ label: t('Email address'), fits: speaksSaml }),
      firstName: text({ label: t('First name'), fits: speaksSaml }),
      lastName: text({ label: t('Last name'), fits: speaksSaml }),
    },
    fault: saml,
  }),
  setClientSecret: told('setClientSecret', {
    label: t('Replace the client secret'),
    says: t('Sign-ins fail until the provider and the service know the same secret.'),
    values: { clientSecret: connectionTakes.clientSecret },
    fault: oidc,
  }),
};
