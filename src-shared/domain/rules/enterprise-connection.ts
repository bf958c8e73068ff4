import { t } from '../../language/t';
import { isJsonArray, type JsonObject, type JsonValue } from '../json';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import { accept, reject, type Validation } from './validation';

const domain = /^(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}$/;

const isDomains = (value: JsonValue | undefined): value is JsonValue[] =>
  value !== undefined &&
  value !== null &&
  typeof value === 'object' &&
  isJsonArray(value) &&
  value.length > 0 &&
  value.every((name) => domain.test(String(name)));

const needsDomains = () =>
  reject('invalid-input', t('A connection needs the domains of its people.'), t('Name one: acme.com.'));

const ofSaml = ['idpEntityId', 'idpSsoUrl', 'idpMetadataUrl', 'idpCertificate'];
const ofOidc = ['clientId', 'clientSecret', 'discoveryUrl'];
const addresses = ['idpSsoUrl', 'idpMetadataUrl', 'discoveryUrl'];

/** What is wrong with what is said of a provider; null when nothing is. */
function providerFault(values: JsonObject, provider: string): Validation | null {
  const strange = provider.startsWith('saml') ? ofOidc : ofSaml;
  for (const [field, value] of Object.entries(values)) {
    if (value === '') continue;
    if (strange.includes(field))
      return reject(
        'invalid-input',
        t('{provider} has no {field}.', { provider, field }),
        t(
          'Leave it out: SAML has entity id, sign-on address and metadata, OpenID Connect has client and discovery.',
        ),
      );
    if (addresses.includes(field) && !/^https:\/\/\S+$/.test(String(value)))
      return reject(
        'invalid-input',
        t('"{value}" is no address of a provider.', { value: String(value) }),
        t('Give one that begins with https://.'),
      );
  }
  return null;
}

/** Source: spec, `POST /enterprise_connections`. What its provider is known by is set here; secrets are sent, and kept nowhere. */
export const enterpriseConnection: Rules = {
  ...readOnly(3, 4),
  create: (batch, recordId, values) => {
    const { domains, organizationId = '' } = values;
    if (!isDomains(domains)) return needsDomains();
    const fault =
      providerFault(values, String(values.provider)) ?? firstFault(batch, 'enterpriseConnection', values);
    if (fault !== null) return fault;
    const seed = {
      entity: 'enterpriseConnection',
      recordId,
      label: String(values.name),
      organizationId: String(organizationId),
      action: { verb: 'create', values },
    } as const;
    return accept([seed], [], null);
  },
  guard: (_, record, path, value) => {
    if (path === 'domains' && !isDomains(value)) return needsDomains();
    if (path !== undefined && value !== undefined && 'provider' in record) {
      const fault = providerFault({ [path]: value }, record.provider);
      if (fault !== null) return fault;
    }
    return path === 'active' &&
      value === true &&
      'idpSsoUrl' in record &&
      record.idpSsoUrl + record.clientId === ''
      ? reject(
          'invalid-input',
          t('{name} cannot be active: its provider is not set up yet.', { name: record.name }),
          t('Give its sign-on address, or its client id, first.'),
        )
      : null;
  },
  remove: {},
  foreseen: () => clean,
  unique: () => false,
  undoDeletion: () => ({
    kind: 'impossible',
    reason: t('A deleted connection comes back without what its provider was told.'),
  }),
};
