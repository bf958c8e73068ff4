import { t } from '../../language/t';
import { isJsonArray, type JsonObject, type JsonValue } from '../json';
import { fieldAt } from '../records/fields-of';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import { accept, type Rejection, reject } from './validation';

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

/** What is said of a provider that speaks something else; null when nothing is. */
function strangeFault(values: JsonObject, provider: string): Rejection | null {
  for (const [path, value] of Object.entries(values)) {
    const field = fieldAt('enterpriseConnection', path);
    if (value === '' || field?.fits === undefined || field.fits({ provider })) continue;
    return reject(
      'invalid-input',
      t('{provider} has no {field}.', { provider, field: field.label }),
      t(
        'Leave it out: SAML has entity id, sign-on address and metadata, OpenID Connect has client and discovery.',
      ),
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
      strangeFault(values, String(values.provider)) ?? firstFault(batch, 'enterpriseConnection', values);
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
  against: (record, path, value) => {
    if (path === 'domains' && !isDomains(value)) return needsDomains();
    if (!('idpSsoUrl' in record)) return null;
    const fault = strangeFault({ [path]: value }, record.provider);
    if (fault !== null) return fault;
    return path === 'active' && value === true && record.idpSsoUrl + record.clientId === ''
      ? reject(
          'invalid-input',
          t('{name} cannot be active: its provider is not set up yet.', { name: record.name }),
          t('Give its sign-on address, or its client ID, first.'),
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
