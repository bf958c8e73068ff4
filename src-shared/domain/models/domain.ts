import { t } from '../../language/t';
import type { Act } from '../kinds/act';
import { choice, entry, flag, key, link, ownChoice, ref, text, time } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** Where the domain is known from says what can be done to it: only the Platform API checks, and chooses the primary one. */
const platformOnly = (record: Readonly<Record<string, unknown>>): string | null =>
  record.applicationId === '' || record.applicationId === undefined
    ? t('The service offers this for the applications of a platform only.')
    : null;

const acts: Readonly<Record<'checkDns' | 'makePrimary', Act>> = {
  checkDns: {
    label: t('Check its DNS again'),
    says: t('The service looks its records up once more; what it finds is shown when it has answered.'),
    also: ['dns', 'ssl', 'mail', 'proxy', 'cnameTargets'],
    // Asked twice it looks twice.
    shows: () => ({}),
    fault: platformOnly,
    undo: () => t('A look changes nothing.'),
  },
  makePrimary: {
    label: t('Make it the primary domain'),
    says: t('Sign-in pages and links in messages move to it. The present one stays beside it.'),
    also: ['proxyUrl'],
    shows: () => ({ rank: 'primary' }),
    sole: { of: 'applicationId', left: { rank: 'further' } },
    fault: (record) =>
      platformOnly(record) ??
      (record.rank === '' ? t('The service does not say which domain is the primary one.') : null),
    undo: () => t('Make the other domain the primary one again.'),
  },
};

/** How far something of a domain is, as its own words. '' where the service does not say. */
const stateWords = {
  '': t('Not said'),
  not_started: t('Not set up'),
  in_progress: t('In part'),
  in_process: t('Under way'),
  incomplete: t('In part'),
  failed: t('Failed'),
  complete: t('Set up'),
};
const state = (label: string) =>
  choice(['', 'not_started', 'in_progress', 'in_process', 'incomplete', 'failed', 'complete'], {
    label,
    facet: true,
    late: true,
    says: stateWords,
  });

/**
 * A domain: of the instance, its primary one or a satellite that signs in through it (what its DNS holds no list tells); or of one of the
 * applications of a platform, where the service looks its DNS up.
 */
export const domain = model({
  ...catalogued,
  name: 'domain',
  found: 10,
  words: {
    one: t('domain'),
    many: t('domains'),
    create: t('Add a domain'),
    remove: t('Remove'),
    removal: t('Removal'),
  },
  standing: true,
  home: { screen: 'developers', tab: 'domains', instead: 'domains' },
  inside: 'applicationId',
  spec: backend('Domain'),
  scenarios: ['b2c', 'b2b', 'platforms'],
  sort: by('name'),
  fields: {
    name: key({
      column: 'wide',
      label: t('Domain'),
      hint: t('Such as shop.acme.com'),
      wire: 'name',
      create: 'must',
      edit: true,
      unique: true,
      search: 1,
    }),
    isSatellite: flag({
      column: 'narrow',
      label: t('Satellite'),
      wire: 'is_satellite',
      create: true,
      facet: true,
      blank: () => true,
    }),
    /** '' where DNS leads to the service itself. */
    proxyUrl: text({
      column: 'middle',
      label: t('Proxy'),
      hint: t('https://acme.com/__clerk; empty: by DNS'),
      wire: 'proxy_url',
      create: true,
      edit: true,
    }),
    frontendApiUrl: text({ label: t('API'), wire: 'frontend_api_url', derived: true }),
    accountsPortalUrl: text({ label: t('Account portal'), wire: 'accounts_portal_url', derived: true }),
    /** `[{ host, value, required }]`; of a platform's, what was found there as well: `found`, `verified`, `failureHints`. */
    cnameTargets: entry({ label: t('DNS records'), wire: 'cname_targets', derived: true, blank: () => [] }),
    /** Of a platform's; '' for the instance's own. */
    applicationId: link({ to: 'application', label: t('Application'), create: true, late: true }),
    /** '' where the service does not say. */
    rank: ownChoice(['', 'primary', 'further'], {
      label: t('Role'),
      facet: true,
      late: true,
      says: { '': t('Not said'), primary: t('Primary'), further: t('Further') },
    }),
    dns: state('DNS'),
    ssl: state(t('Certificate')),
    mail: state(t('Mail')),
    proxy: state(t('Proxy check')),
    /** 0 where the service does not say. */
    createdAt: time({ label: t('Added'), late: true, blank: (_, at) => at }),
  },
  said: {
    proxyPath: text({ label: t('Proxy path'), hint: t('Such as /__clerk; empty: by DNS'), create: true }),
    intentId: ref({
      to: 'domainIntent',
      label: t('Announced as'),
      hint: t('Of a platform: the announced domain that this completes'),
      create: true,
      decides: true,
    }),
  },
  acts,
  beside: {
    applicationName: { one: 'application', by: 'applicationId', of: 'name' },
    dnsSince: { since: 'dns' },
    sslSince: { since: 'ssl' },
    mailSince: { since: 'mail' },
  },
  label: ({ name }) => name,
  ignored: { object: 'says what it is', development_origin: 'of development instances' },
});
