import { t } from '../../language/t';
import { choice, count, flag, key, link, list, name, prose, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** A template as lists call it: `Invitation (email)`. */
const called = (name: string, type: string): string =>
  type === 'sms' ? t('{name} (SMS)', { name }) : t('{name} (email)', { name });

/** Why the text of a template cannot be changed, as a sentence; null when it can. */
export const bodyLock = ({ canEditBody }: { readonly canEditBody: boolean }): string | null =>
  canEditBody
    ? null
    : t('Its text is the service’s own while the service delivers it: deliver it yourself first.');

/**
 * An email or a text message that people are sent. It goes by its type and its slug: its id on the service becomes another one when
 * it is first written (spec: `UpsertTemplate`). Its endpoints are deprecated: where they are gone, its list is missing, and says so.
 * A platform's workspace has those of its applications, as somebody asked for them: each stands in the pool of its application.
 */
export const template = model({
  ...catalogued,
  name: 'template',
  found: 7,
  words: { one: t('template'), many: t('templates') },
  standing: true,
  home: { screen: 'templates' },
  spec: backend('Template'),
  scenarios: ['b2c', 'b2b'],
  asked: ['platforms'],
  inside: 'applicationId',
  sort: by('position'),
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', edit: true, search: 1 }),
    type: choice(['email', 'sms'], {
      column: 'narrow',
      label: t('Type'),
      wire: 'template_type',
      says: { email: t('Email'), sms: 'SMS' },
      facet: true,
    }),
    slug: key({ plain: true, label: t('Slug'), wire: 'slug', search: 2 }),
    subject: text({ column: 'wide', label: t('Subject'), wire: 'subject', edit: true, search: 3 }),
    fromEmailName: text({ label: t('From, before the @'), wire: 'from_email_name', edit: true }),
    replyToEmailName: text({ label: t('Reply to, before the @'), wire: 'reply_to_email_name', edit: true }),
    /** What is sent, before variables are filled in: HTML, or the text of an SMS. */
    body: prose({ label: t('Text'), wire: 'body', edit: true }),
    /** What the editor of the dashboard made the text of. */
    markup: prose({ label: t('Markup of the dashboard’s editor'), wire: 'markup', edit: true }),
    /** Otherwise the owner listens to a webhook and delivers it. */
    deliveredByClerk: flag({ label: t('Delivered by the service'), wire: 'delivered_by_clerk', facet: true }),
    /** `system` as the service made it, `user` as the owner did. */
    resourceType: text({
      plain: true,
      column: 'middle',
      label: t('Wording'),
      wire: 'resource_type',
      says: { system: t('The service’s'), user: t('Your own') },
      facet: true,
      derived: true,
    }),
    canRevert: flag({ label: t('Can be reverted'), wire: 'can_revert', derived: true }),
    canEditBody: flag({ label: t('Its text can be changed'), wire: 'can_edit_body', derived: true }),
    enabled: flag({ label: t('Enabled'), wire: 'enabled', blank: () => true }),
    flaggedAsSuspicious: flag({ label: t('Held back as suspicious'), wire: 'flagged_as_suspicious' }),
    availableVariables: list({ plain: true, label: t('Variables'), wire: 'available_variables' }),
    requiredVariables: list({ plain: true, label: t('Variables it must hold'), wire: 'required_variables' }),
    position: count({ label: t('Position'), wire: 'position' }),
    ...times,
    /** Of a platform's, and what it was called when they were read; '' for the instance's own. */
    applicationId: link({ to: 'application', label: t('Application'), late: true }),
    applicationName: text({ label: t('Name of its application'), late: true, derived: true }),
  },
  acts: {
    revert: {
      label: t('Revert to the service’s wording'),
      says: t('Subject and text become what the service made them; yours stay in history.'),
      shows: () => ({ canRevert: false }),
      also: ['name', 'subject', 'body', 'markup', 'fromEmailName', 'replyToEmailName'],
      fault: ({ canRevert }) => (canRevert === true ? null : t('It is as the service made it.')),
      undo: () => t('The words that were replaced stand in history.'),
    },
    toggleDelivery: {
      label: t('Switch who delivers it'),
      says: t('The service, or you, by a webhook. Nobody gets it while nobody delivers it.'),
      shows: ({ deliveredByClerk }) => ({ deliveredByClerk: deliveredByClerk !== true }),
      done: ({ deliveredByClerk }, _, base) =>
        base.deliveredByClerk === undefined ? null : deliveredByClerk !== base.deliveredByClerk,
      undo: () => ({ operation: 'toggleDelivery', values: {} }),
    },
  },
  label: ({ name, type, slug, applicationName }) =>
    applicationName
      ? t('{template} of {application}', {
          template: called(name || slug, type),
          application: applicationName,
        })
      : called(name || slug, type),
  ignored: {
    object: 'says what it is',
    instance_id: 'the workspace’s own',
    can_delete: 'none is deleted',
    can_toggle: 'of notifications by SMS only, and nothing switches it',
  },
});
