import { t } from '../../language/t';
import { flag, json, link, list, name, number, prose, time, times } from '../kinds/field';
import { by, catalogued, model } from '../kinds/model';

const key = t('API key');

const answer = '#/paths/~1api_keys~1{apiKeyID}/get/responses/200/content/application~1json/schema';

/**
 * A key by which a person, an organization or a machine calls an API. The service lists them by their holder only: they are copied when
 * somebody asks for those of one, never by a sweep. The key itself is shown once and copied nowhere.
 */
export const apiKey = model({
  ...catalogued,
  name: 'apiKey',
  words: { one: t('API key'), many: t('API keys'), remove: t('Revoke'), removal: t('Revocation') },
  home: { screen: 'developers', tab: 'keys' },
  spec: { file: 'bapi-2026-05-12.yml', schema: answer },
  scenarios: [],
  asked: ['b2c', 'b2b'],
  listedBy: 'subject',
  sort: by('name'),
  once: key,
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', search: 1 }),
    /** Whose it is: a person, an organization, a machine. */
    subject: link({
      column: 'middle',
      label: t('Holder'),
      hint: t('Id of a person, an organization or a machine'),
      wire: 'subject',
      create: 'must',
      decides: true,
    }),
    description: prose({ label: t('Description'), wire: 'description', create: true, edit: true }),
    scopes: list({
      label: t('Scopes'),
      hint: t('One or more, parted by commas'),
      wire: 'scopes',
      create: true,
      edit: true,
    }),
    claims: json({ label: t('Claims'), wire: 'claims' }),
    /** 0 for one that never ends. */
    expiresAt: time({ column: 'middle', label: t('Expires'), wire: 'expiration' }),
    expired: flag({ label: t('Expired'), wire: 'expired', derived: true }),
    createdBy: link({ to: 'user', label: t('Made by'), wire: 'created_by' }),
    lastUsedAt: time({ column: 'middle', label: t('Last used'), wire: 'last_used_at', derived: true }),
    ...times,
  },
  said: {
    expiresInDays: number({
      label: t('Ends after, in days'),
      hint: t('Never, where nothing is said'),
      from: ['seconds_until_expiration'],
      create: true,
    }),
  },
  ends: { says: t('API keys'), field: 'expiresAt' },
  beside: {
    userName: { one: 'user', by: 'subject', of: 'name' },
    organizationName: { one: 'organization', by: 'subject', of: 'name' },
    machineName: { one: 'machine', by: 'subject', of: 'name' },
  },
  label: ({ id, name }) => name || id,
  ignored: {
    object: 'says what it is',
    type: 'the same for all of them',
    revoked: 'revoked ones are gone',
    revocation_reason: 'revoked ones are gone',
  },
});
