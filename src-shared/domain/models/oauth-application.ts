import { t } from '../../language/t';
import { flag, list, name, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** Scopes that an OAuth application may ask for (spec: `CreateOAuthApplication`; the last two: Clerk's documentation, "OAuth scopes"). */
export const oauthScopes = [
  'profile',
  'email',
  'public_metadata',
  'private_metadata',
  'openid',
  'offline_access',
] as const;

const secret = t('Client secret');

/** Another product that signs people in with this one. Its secret is shown once and copied nowhere. */
export const oauthApplication = model({
  ...catalogued,
  name: 'oauthApplication',
  words: { one: t('OAuth application'), many: t('OAuth applications') },
  home: { screen: 'developers', tab: 'oauth' },
  spec: backend('OAuthApplication'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  once: secret,
  openBy: 'public',
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', edit: true, search: 1 }),
    clientId: text({ column: 'wide', label: t('Client ID'), wire: 'client_id', search: 2 }),
    redirectUris: list({
      label: t('Redirect URIs'),
      hint: t('One or more, parted by commas'),
      wire: 'redirect_uris',
      create: true,
      edit: true,
    }),
    scopes: text({
      plain: true,
      column: 'middle',
      label: t('Scopes'),
      hint: t('Such as profile email'),
      wire: 'scopes',
      anyOrder: true,
      create: true,
      edit: true,
      blank: () => t('profile email'),
    }),
    consentScreenEnabled: flag({
      label: t('People are asked for consent'),
      wire: 'consent_screen_enabled',
      create: true,
      edit: true,
      blank: () => true,
    }),
    pkceRequired: flag({ label: t('PKCE required'), wire: 'pkce_required', create: true, edit: true }),
    /** Such as an app on a phone: nothing in it can be kept secret. */
    public: flag({
      label: t('Public client, without a secret'),
      wire: 'public',
      create: true,
      edit: true,
    }),
    dynamicallyRegistered: flag({ label: t('Registered itself'), wire: 'dynamically_registered' }),
    discoveryUrl: text({ label: t('Discovery'), wire: 'discovery_url' }),
    authorizeUrl: text({ label: t('Authorize'), wire: 'authorize_url' }),
    tokenFetchUrl: text({ label: t('Token'), wire: 'token_fetch_url' }),
    ...times,
  },
  acts: {
    rotateSecret: {
      label: t('Rotate the client secret'),
      says: t(
        'The old secret stops working at once. The new one is shown to you when it is reconciled, once.',
      ),
      once: secret,
      // Repeated after a lost answer it comes to the same: nobody has seen the one before.
      shows: () => ({}),
      fault: ({ public: open }) => (open === true ? t('A public client has no secret.') : null),
      undo: () => t('A secret that was replaced does not come back.'),
    },
  },
  label: ({ id, name }) => name || id,
  ignored: {
    object: 'says what it is',
    instance_id: 'the workspace’s own',
    client_uri: 'not shown yet',
    client_image_url: 'no picture is fetched',
    callback_url: 'the older name of redirect_uris',
    user_info_url: 'discovery_url leads to it',
    token_introspection_url: 'discovery_url leads to it',
  },
});
