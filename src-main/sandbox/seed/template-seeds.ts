import { templateDefaults } from '../lists/template-defaults';
import type { ApplicationSpec } from '../world/world-spec';
import type { SmallSeeds } from './seed-context';

const day = 86_400_000;

type Words = readonly (readonly [was: string, is: string])[];

/** Templates that an owner made their own: in their words, and one of them in German. */
const rewritten: Readonly<Record<string, { readonly subject: string; readonly words: Words }>> = {
  'email/invitation': {
    subject: 'Willkommen bei {{app.name}}',
    words: [['Your invitation', 'Sie sind eingeladen']],
  },
  'email/waitlist_confirmation': {
    subject: 'Good things take time: you are on the {{app.name}} waitlist',
    words: [['Thank you', 'Good things take time']],
  },
  'email/magic_link_sign_in': {
    subject: 'Your link to {{app.name}}',
    words: [['Sign in to {{app.name}}', 'Here is your link']],
  },
};

/** What customers of a platform write in German, from its first word to its last. */
const german: typeof rewritten = {
  'email/invitation': {
    subject: 'Sie sind zu {{app.name}} eingeladen',
    words: [
      ['Your invitation', 'Ihre Einladung'],
      [
        '{{#if inviter.name}}{{inviter.name}} has{{else}}You have been{{/if}} invited to {{app.name}}.',
        'Sie wurden zu {{app.name}} eingeladen.',
      ],
      ['Accept', 'Annehmen'],
    ],
  },
};

const ownWords = ({ environmentType, platform, scenario }: ApplicationSpec): typeof rewritten => {
  if (environmentType !== 'production') return {};
  if (platform?.language === 'de') return german;
  return scenario === 'platforms' ? {} : rewritten;
};

/** Every instance has all of them; in production a few are the owner's own, and one SMS is delivered by the owner. */
export const templateSeeds: SmallSeeds = {
  kind: 'template',
  prefix: 'tmpl',
  records: ({ anchor, application }) =>
    templateDefaults.map((one, position) => {
      const { type, slug, name, subject, body, markup } = one;
      const plain = application.environmentType === 'production' && application.scenario !== 'platforms';
      const own = ownWords(application)[`${type}/${slug}`];
      const put = (text: string): string =>
        (own?.words ?? []).reduce((put, [was, is]) => put.replace(was, is), text);
      const data = {
        ...{
          type,
          slug,
          position,
          name,
          subject: own?.subject ?? subject,
          body: put(body),
          markup: put(markup),
        },
        from_email_name: type === 'email' ? 'notifications' : '',
        reply_to_email_name: own !== undefined && plain ? 'support' : '',
        delivered_by_clerk: !(plain && type === 'sms' && slug === 'invitation'),
        own: own !== undefined,
      };
      return { at: anchor - 400 * day + position, data, ...(own && { changedAt: anchor - 30 * day }) };
    }),
};
