import { t } from '../../language/t';
import { json } from '../kinds/field';
import { by, model } from '../kinds/model';
import { everyPart, settingsWords } from '../settings-parts';

/** A singleton of the instance, by name: `organization_settings`, `restrictions`, … (`settings-parts.ts`), or a platform's `config_schema`. */
export const settings = model({
  name: 'settings',
  withScope: true,
  words: { one: t('setting'), many: t('settings') },
  home: { screen: 'instance', page: false },
  spec: null,
  standing: true,
  scenarios: ['b2c', 'b2b', 'platforms'],
  collection: 'settings',
  sort: by('id'),
  indexes: [],
  fields: {
    /** The singleton's own keys, as the service names them. */
    values: json({ label: t('Settings'), edit: true, known: everyPart }),
  },
  label: ({ id }) => settingsWords[id] ?? id,
  ignored: {},
});
