import { json } from '../kinds/field';
import { by, model } from '../kinds/model';

/** A singleton of the instance, by name: `organization_settings` (spec: `GET /instance/organization_settings`). */
export const settings = model({
  name: 'settings',
  words: { one: 'setting', many: 'settings' },
  home: { screen: 'settings', page: false },
  spec: null,
  scenarios: ['b2c', 'b2b', 'platforms'],
  collection: 'settings',
  sort: by('id'),
  indexes: [],
  fields: {
    /** The singleton's own keys, as the service names them. */
    values: json({ label: 'Values' }),
  },
  label: ({ id }) => id,
  ignored: {},
});
