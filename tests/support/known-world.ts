import type { Read } from './every-read';

/** What somebody's world holds that no seed does: a value for every place that takes one. */
export const knownWorld: readonly (readonly [method: string, path: string, body: object])[] = [
  [
    'POST',
    '/users',
    {
      ...{ first_name: 'Wilhelmina', last_name: 'Papadopoulou', username: 'wpapadopoulou' },
      ...{ email_address: ['wilhelmina@quillfeather.io'], phone_number: ['+4366412345678'] },
      ...{ external_id: 'hr-0099871', skip_password_requirement: true, locale: 'el-GR' },
      public_metadata: { desk: 'Kestrel wing', badge: 77_123_401 },
      private_metadata: { salary_band: 'Magenta', manager: { name: 'Ottoline Birdsworth' } },
      unsafe_metadata: { nickname: 'Minnie-the-Bold' },
    },
  ],
  [
    'POST',
    '/organizations',
    {
      ...{ name: 'Quillfeather Holdings', slug: 'quillfeather-holdings' },
      public_metadata: {
        sector: 'Ornithology',
        branding: { displayName: 'Quill', tagline: 'We write birds' },
      },
      private_metadata: { contract: 'QF-CONTRACT-9', contacts: ['Ottoline Birdsworth'] },
    },
  ],
  ['POST', '/redirect_urls', { url: 'quillapp://after-sign-in' }],
  ['POST', '/allowlist_identifiers', { identifier: '*@quillfeather.io' }],
  ['POST', '/blocklist_identifiers', { identifier: 'banished@quillfeather.io' }],
  [
    'POST',
    '/invitations',
    { email_address: 'guest-of-quill@birdsong.net', public_metadata: { via: 'Falcon drive' } },
  ],
  ['POST', '/waitlist_entries', { email_address: 'waiting-heron@birdsong.net' }],
  [
    'POST',
    '/jwt_templates',
    { name: 'aviary', claims: { tenant: 'Aviary-Claims', who: '{{user.full_name}}' } },
  ],
  ['POST', '/machines', { name: 'nestbox-worker' }],
  [
    'POST',
    '/oauth_applications',
    { name: 'Featherlight portal', redirect_uris: ['https://portal.quillfeather.io/cb/nest'] },
  ],
  ['POST', '/domains', { name: 'perch.quillfeather.io', is_satellite: true }],
  [
    'POST',
    '/organization_roles',
    { name: 'Falconer', key: 'org:falconer', description: 'Keeps the falcons.', permissions: [] },
  ],
  [
    'PUT',
    '/templates/email/invitation',
    { subject: 'Come to the aviary', body: 'Welcome to Quillfeather: {{action_url}} {{otp_code}}' },
  ],
  ['PATCH', '/instance', { allowed_origins: ['https://origin.quillfeather.io'] }],
];

/** Texts of a body, each with the property that it stands at. */
function* textsIn(value: unknown, property = ''): Generator<readonly [property: string, text: string]> {
  if (typeof value === 'string') yield [property, value];
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each, property);
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) yield* textsIn(each, key);
}
export const textsOf = (reads: readonly Read[]) =>
  reads.flatMap(({ route, text }) => (route.endsWith('/schema') ? [] : [...textsIn(JSON.parse(text))]));

/** Where the service's own words and figures stand, and keys of roles: none of them says anything of anybody. */
const ofTheService = new Set(
  `object environment_type domains_enrollment_modes initial_role_set_key creator_role domains_default_role status strategy message
  long_message code param_name browser_name device_type city country locale role permissions primaryColor backgroundColor textColor
  role_set_key enrollment_mode key type identifier_type provider mode connection_type level signing_algorithm scopes authorize_url
  token_fetch_url user_info_url discovery_url token_introspection_url resource_type template_type available_variables required_variables
  value amount_formatted currency currency_symbol for_payer_type plan_period period_start period_end sign_up_mode primary_color
  background_color text_color $id $schema $ref title default enum description format pattern clerk_subdomain to`.split(
    /\s+/,
  ),
);
/** Templates go by names of the service, presence of a name is a choice, and connections and directories lead to hosts of its own. */
const itsWords =
  /^(?:(?:verification|reset_password)_code|magic_link_sign_in|password_changed|waitlist_confirmation|optional|img\.clerk\.example|(?:api|clerk)\.sandbox\.example)$/;
export const isShortcode = (text: string): boolean => /^\{\{[\w. ]+\}\}$/.test(text);

/** A text, and what an address or a link is made of. */
export const partsOf = (text: string): readonly string[] => {
  const [, local = '', host = ''] = /^(?:([^@\s]+)@|\w+:\/\/)([^/\s]+)/.exec(text) ?? [];
  return [text, local, host];
};

/** What of a real world's answers must be in nothing of its twin. What is shorter than six letters may be a part of anything. */
export function realIn(reads: readonly Read[]): ReadonlySet<string> {
  const texts = textsOf(reads);
  const words = new Set(texts.filter(([property]) => ofTheService.has(property)).map(([, text]) => text));
  const own = texts
    .filter(([property, text]) => !ofTheService.has(property) && !isShortcode(text))
    .flatMap(([, text]) => partsOf(text));
  return new Set(
    own.filter((text) => text.length >= 6 && /[a-z]/i.test(text) && !words.has(text) && !itsWords.test(text)),
  );
}
