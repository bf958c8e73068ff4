import { entry, flag, key, text } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** A domain of the instance: its primary one, or a satellite that signs in through it. What its DNS holds no list tells. */
export const domain = model({
  ...catalogued,
  name: 'domain',
  words: { one: 'domain', many: 'domains', create: 'Add a satellite', remove: 'Remove', removal: 'Removal' },
  standing: true,
  home: { screen: 'developers', tab: 'domains' },
  spec: backend('Domain'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  fields: {
    name: key({
      column: 'wide',
      label: 'Domain',
      hint: 'Such as shop.acme.com',
      wire: 'name',
      create: 'must',
      edit: true,
      unique: true,
      search: 1,
    }),
    isSatellite: flag({ label: 'Satellite', wire: 'is_satellite', facet: true, blank: () => true }),
    /** '' where DNS leads to the service itself. */
    proxyUrl: text({
      column: 'middle',
      label: 'Proxy',
      hint: 'https://acme.com/__clerk; empty: by DNS',
      wire: 'proxy_url',
      create: true,
      edit: true,
    }),
    frontendApiUrl: text({ label: 'API', wire: 'frontend_api_url', derived: true }),
    accountsPortalUrl: text({ label: 'Account portal', wire: 'accounts_portal_url', derived: true }),
    /** `[{ host, value, required }]`. */
    cnameTargets: entry({ label: 'DNS records', wire: 'cname_targets', derived: true, blank: () => [] }),
  },
  label: ({ name }) => name,
  ignored: { object: 'says what it is', development_origin: 'of development instances' },
});
