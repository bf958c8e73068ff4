import { t } from '../../language/t';
import { flag, json, name, number, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** What tokens for another service carry. A signing key of its own is set in the dashboard: no draft should hold a private key. */
export const jwtTemplate = model({
  ...catalogued,
  name: 'jwtTemplate',
  words: { one: t('JWT template'), many: t('JWT templates') },
  home: { screen: 'developers', tab: 'tokens' },
  spec: backend('JWTTemplate'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  fields: {
    name: name({
      column: 'wide',
      label: t('Name'),
      hint: t('As apps ask for it, such as supabase'),
      wire: 'name',
      create: 'must',
      edit: true,
      unique: true,
      search: 1,
    }),
    lifetime: number({
      column: 'middle',
      label: t('Lifetime in seconds'),
      wire: 'lifetime',
      create: true,
      edit: true,
      blank: () => 60,
    }),
    allowedClockSkew: number({
      label: t('Clock skew in seconds'),
      wire: 'allowed_clock_skew',
      create: true,
      edit: true,
      blank: () => 5,
    }),
    /** Keys are claims; texts may hold shortcodes: `{{user.public_metadata.plan}}`. */
    claims: json({ label: t('Claims'), wire: 'claims', create: true, edit: true }),
    signingAlgorithm: text({
      plain: true,
      column: 'narrow',
      label: t('Signed with'),
      wire: 'signing_algorithm',
    }),
    customSigningKey: flag({ label: t('Signing key of its own'), wire: 'custom_signing_key' }),
    ...times,
  },
  label: ({ name }) => name,
  ignored: { object: 'says what it is' },
});
