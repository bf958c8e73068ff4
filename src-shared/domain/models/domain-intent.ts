import { t } from '../../language/t';
import type { Act } from '../kinds/act';
import { entry, key, link, text } from '../kinds/field';
import { by, catalogued, model, platform } from '../kinds/model';
import { pendingOnly, pendingStatus } from './pending';

const cancel: Act = {
  label: t('Cancel it'),
  says: t('Its DNS records are worth nothing from then on.'),
  shows: () => ({ status: 'canceled' }),
  closes: true,
  fault: pendingOnly,
  undo: () => t('Announce the domain again.'),
};

/** A domain before there is an application for it: its records can be set already. Adding the domain completes it. */
export const domainIntent = model({
  ...catalogued,
  name: 'domainIntent',
  words: { one: t('announced domain'), many: t('announced domains'), create: t('Announce a domain') },
  home: { screen: 'domains', tab: 'announced' },
  spec: platform('PlatformDomainIntentResponse'),
  scenarios: ['platforms'],
  sort: by('name'),
  fields: {
    name: key({
      column: 'wide',
      label: t('Domain'),
      hint: t('Such as learn.acme.com'),
      wire: 'domain_name',
      create: 'must',
      search: 1,
    }),
    status: pendingStatus,
    /** `[{ host, value, required }]`. */
    cnameTargets: entry({ label: t('DNS records'), wire: 'records', derived: true, blank: () => [] }),
    /** '' while it is not completed. */
    domainId: link({ to: 'domain', label: t('Became the domain'), wire: 'domain_id' }),
  },
  said: {
    proxyPath: text({ label: t('Proxy path'), hint: t('Such as /__clerk; empty: by DNS'), create: true }),
  },
  acts: { cancel },
  label: ({ name }) => name,
  ignored: { object: 'says what it is' },
});
