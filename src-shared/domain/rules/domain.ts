import { domainFault } from './domain-name';
import { marked } from './marked';
import type { Rules } from './rules';
import { reject } from './validation';

const proxyFault = (value: unknown): string | null =>
  value === undefined || value === '' || /^https:\/\/\S+$/.test(String(value))
    ? null
    : `"${String(value)}" is no proxy: it must begin with https://.`;

/** Source: spec, `POST`, `PATCH` and `DELETE /domains`: only satellites come and go. */
export const domain: Rules = {
  ...marked('domain', {
    phase: 1,
    mark: 'name',
    fault: domainFault,
    check: ({ proxyUrl }) => proxyFault(proxyUrl),
    remove: {
      refuse: (record) =>
        'isSatellite' in record && !record.isSatellite
          ? reject('invalid-input', 'The primary domain cannot be removed.', 'Change its name instead.')
          : null,
    },
    again: ['proxyUrl'],
    caveat: '',
  }),
  guard: (_, __, path, value) => {
    const fault =
      path === 'proxyUrl' ? proxyFault(value) : path === 'name' ? domainFault(String(value ?? '')) : null;
    return fault === null ? null : reject('invalid-input', fault, 'Correct it and stage again.');
  },
};
