import { t } from '../../language/t';
import { choice, config, name, ref, text } from '../kinds/field';
import { by, model, platform } from '../kinds/model';
import { applicationActs } from './application-acts';

/** An application of a platform, with the config of its production instance, or of its only one. */
export const application = model({
  name: 'application',
  found: 1,
  words: { one: t('application'), many: t('applications') },
  home: { screen: 'applications', instead: 'policies' },
  shape: 'square',
  spec: platform('PlatformApplicationResponse'),
  scenarios: ['platforms'],
  withToken: ['b2c', 'b2b'],
  collection: 'applications',
  sort: by('name'),
  namedBy: { keys: [['name']] },
  indexes: [['name'], ['domain'], ['dns'], ['state']],
  fields: {
    name: name({
      column: 'wide',
      label: t('Name'),
      wire: 'name',
      create: 'must',
      edit: true,
      unique: true,
      search: 1,
      sorted: true,
    }),
    instanceId: text({ label: t('Instance'), from: ['instances'] }),
    /** `production`, `development`, or whatever else the service makes. */
    environment: text({
      plain: true,
      words: ['production', 'development'],
      label: t('Environment'),
      from: ['instances'],
      blank: () => 'production',
    }),
    /** Name of its first domain, '' without one. */
    domain: text({
      column: 'middle',
      label: t('Domain'),
      hint: t('Such as learn.acme.com; it can be added later'),
      create: true,
      unique: true,
      search: 2,
    }),
    /** How far the DNS records of the domain are verified (spec: `DNSStatus`); '' where there is none. */
    dns: choice(['', 'not_started', 'in_progress', 'complete'], { label: t('DNS'), facet: true }),
    /** The config document as the service shows it: secrets masked, and some keys null although they are set. */
    config: config({
      label: t('Config'),
      columns: [
        'auth_access_control.sign_up_mode',
        'auth_multi_factor.required_for_sign_up',
        'auth_password.min_length',
      ],
    }),
    /** What a write says it was made against (`If-Match`). */
    configVersion: text({ label: t('Version of the config'), derived: true }),
  },
  said: {
    from: ref({
      to: 'application',
      label: t('Template'),
      hint: t('Its settings, roles, lists and message templates are taken over. No people, no secrets.'),
      create: true,
      decides: true,
    }),
  },
  acts: applicationActs,
  beside: { customer: { agreed: true, counts: 'domain' } },
  label: ({ id, name }) => name || id,
  trend: { says: t('Applications') },
  ignored: {
    application_id: 'its id',
  },
});
