import { useRecord } from '@renderer/bridge/use-record';
import { replacedValue } from '@renderer/state/server-value';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { AnyField } from '@shared/domain/kinds/field';
import type { Settings } from '@shared/domain/records/record-map';
import { isUnverified, partsOf, type SettingsId, settingsWords } from '@shared/domain/settings-parts';
import { pluralLanguage } from '@shared/language/speak';
import { t } from '@shared/language/t';
import { RecordField } from './record-field';
import { RecordSwitch } from './record-switch';
import { type ChoiceOption, SettingChoice } from './setting-choice';
import classes from './settings-panel.module.css';
import { useRoles } from './use-roles';

interface SettingsPanelProps {
  readonly id: SettingsId;
  /** What it is about, as a sentence. */
  readonly about: string;
}

/** One singleton of the instance's settings, each setting edited as its kind is. */
export function SettingsPanel({ id, about }: SettingsPanelProps) {
  const { record, openIntents, failure } = useRecord('settings', id);
  const parts = Object.entries(partsOf(id));
  const unverified = parts.some(([key]) => isUnverified(id, key));
  return (
    <Panel title={settingsWords[id] ?? id}>
      <p className={classes.about}>
        {about}
        {unverified &&
          ` ${t(
            'What is marked as unverified no sync reads: here stands what was last written from here, and nothing until then.',
          )}`}
      </p>
      {failure && <InlineFailure failure={failure} />}
      {record === null && <p className={classes.about}>{t('Not copied yet: the next sync brings it.')}</p>}
      {record && (
        <div className={classes.settings}>
          {parts.map(([key, part]) => (
            <div key={key} className={classes.setting}>
              <Setting record={record} name={key} part={part} openIntents={openIntents} />
              {isUnverified(id, key) && (
                <span className={classes.unverified}>
                  {isKnown(record, `values.${key}`) ? t('unverified') : t('not known')}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** Whether it was ever written from here: what is only staged was not. */
const isKnown = (record: Settings, path: string): boolean => {
  const staged = replacedValue(record, path);
  return (staged === undefined ? readField(record, path) : (staged ?? undefined)) !== undefined;
};

interface SettingProps {
  readonly record: Settings;
  readonly name: string;
  readonly part: AnyField;
  readonly openIntents: readonly Intent[];
}

function Setting({ record, name, part, openIntents }: SettingProps) {
  const { roles } = useRoles();
  const shared = { entity: 'settings', record, field: `values.${name}`, openIntents } as const;
  const options = choices(name, part);
  if (part.kind === 'flag') return <RecordSwitch {...shared} />;
  if (part.kind === 'list')
    return <SettingChoice {...shared} many options={options} hint={options ? undefined : part.hint} />;
  if (options) return <SettingChoice {...shared} options={options} />;
  // Roles are read by key and written by id.
  if (part.wire !== undefined) {
    return (
      <SettingChoice {...shared} options={roles.map(({ key, name: label }) => ({ value: key, label }))} />
    );
  }
  return <RecordField {...shared} hint={part.hint} />;
}

/** What a setting is chosen from, where not anything may be typed. */
function choices(name: string, part: AnyField): readonly ChoiceOption[] | undefined {
  if (name === 'blocked_country_codes') return countries();
  return part.says && Object.entries(part.says).map(([value, label]) => ({ value, label }));
}

/** Every country that has a name in the language spoken, by name. */
function countries(): readonly ChoiceOption[] {
  const names = new Intl.DisplayNames(pluralLanguage(), { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label: `${label} (${value})` }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, pluralLanguage()));
}
