import { t } from '../../language/t';
import { text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** An address that people may be sent to after they signed in. */
export const redirectUrl = model({
  ...catalogued,
  name: 'redirectUrl',
  words: { one: t('redirect URL'), many: t('redirect URLs'), create: t('Add') },
  home: { screen: 'sign-up', tab: 'redirects' },
  spec: backend('RedirectURL'),
  scenarios: ['b2c', 'b2b'],
  sort: by('url'),
  fields: {
    url: text({
      column: 'wide',
      label: t('URL'),
      hint: t('https://app.acme.com/after, or the scheme of an app: acme://after'),
      wire: 'url',
      create: 'must',
      search: 1,
    }),
    ...times,
  },
  label: ({ url }) => url,
  ignored: { object: 'says what it is' },
});
