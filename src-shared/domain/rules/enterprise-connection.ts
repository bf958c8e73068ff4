import { t } from '../../language/t';
import { isJsonArray, type JsonValue } from '../json';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import { accept, reject } from './validation';

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

/** Source: spec, `POST /enterprise_connections`. What its provider is told by is set in the dashboard: secrets are never kept here. */
export const enterpriseConnection: Rules = {
  ...readOnly(3, 4),
  create: (batch, recordId, values) => {
    const { domains, organizationId = '' } = values;
    if (!isDomains(domains)) return needsDomains();
    const fault = firstFault(batch, 'enterpriseConnection', values);
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
    return path === 'active' &&
      value === true &&
      'idpSsoUrl' in record &&
      record.idpSsoUrl + record.clientId === ''
      ? reject(
          'invalid-input',
          t('{name} cannot be active: its provider is not set up yet.', { name: record.name }),
          t('Set it up in the dashboard of the identity service first.'),
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
