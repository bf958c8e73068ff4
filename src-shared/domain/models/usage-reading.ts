import { t } from '../../language/t';
import { count, link, name, text, time } from '../kinds/field';
import { by, catalogued, model, platform } from '../kinds/model';

const tier = (letter: string) =>
  count({
    label: t('Text messages, tier {letter}', { letter }),
    wire: `sms_messages.tier_${letter.toLowerCase()}.total_usage`,
    derived: true,
  });

/**
 * What an application used in its billing period, as the service told it on a day (UTC): the last answer of each day is kept. Its id is the
 * application's, then the day. Lists do not tell it: each application is asked.
 */
export const usageReading = model({
  ...catalogued,
  name: 'usageReading',
  words: { one: t('usage reading'), many: t('usage readings') },
  standing: true,
  home: { screen: 'applications', tab: 'usage' },
  spec: platform('PlatformInstanceUsageResponse'),
  scenarios: [],
  asked: ['platforms'],
  sort: by('createdAt', 'desc'),
  fields: {
    applicationName: name({ column: 'wide', label: t('Application'), derived: true, search: 1 }),
    applicationId: link({ to: 'application', label: t('Application id'), from: ['application_id'] }),
    /** `2026-11-27`. */
    day: text({ plain: true, column: 'narrow', label: t('Day'), derived: true }),
    /** When the application was asked last on that day, ms; 0 in readings of an earlier version. */
    readAt: time({ column: 'middle', label: t('Read'), derived: true, late: true }),
    activePeople: count({
      column: 'middle',
      label: t('Active people'),
      wire: 'mau.total_usage',
      derived: true,
    }),
    billablePeople: count({
      label: t('Billed people'),
      wire: 'mau.total_billable_usage',
      derived: true,
    }),
    activeOrganizations: count({
      column: 'middle',
      label: t('Organizations'),
      wire: 'mao.total_usage',
      derived: true,
    }),
    billableOrganizations: count({
      label: t('Billed organizations'),
      wire: 'mao.total_billable_usage',
      derived: true,
    }),
    textMessages: count({
      column: 'middle',
      label: t('Text messages'),
      wire: 'sms_messages.total_usage',
      derived: true,
    }),
    /** By where they go (spec: `InstanceSMSUsage`, "per-geographic-tier breakdowns"). */
    tierA: tier('A'),
    tierB: tier('B'),
    tierC: tier('C'),
    tierD: tier('D'),
    tierE: tier('E'),
    tierF: tier('F'),
    customDomains: count({ label: t('Custom domains'), wire: 'custom_domains.total_usage', derived: true }),
    connections: count({
      label: t('Enterprise connections'),
      wire: 'enterprise_connections.total_usage',
      derived: true,
    }),
    periodStart: time({ label: t('Period from'), from: ['period_start'], derived: true }),
    /** The end itself does not count. */
    periodEnd: time({ label: t('Period until'), from: ['period_end'], derived: true }),
    /** When the day began, ms. */
    createdAt: time({ label: t('Of'), derived: true }),
  },
  label: ({ applicationName, day }) => `${applicationName}, ${day}`,
  ignored: { instance_id: 'the application’s main one' },
});
