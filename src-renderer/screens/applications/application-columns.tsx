import type { Row } from '@renderer/bridge/use-rows';
import { kindText } from '@renderer/fields/field-text';
import { nameColumn } from '@renderer/screens/kit/record-columns';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { configField, configWords } from '@shared/domain/config-field';
import type { ConfigGroup } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import { t } from '@shared/language/t';
import classes from './application-columns.module.css';
import { DnsMark } from './dns-mark';
import { DomainText, NeverRead, notRead } from './never-read';
import { isConfigUnknown } from './present-values';
import { settingText } from './setting-text';
import { SettingValue } from './setting-value';

type ApplicationColumn = Column<Row<'application'>>;

const name: ApplicationColumn = nameColumn({
  id: 'name',
  title: t('Application'),
  track: 'minmax(200px, 1.6fr)',
  field: 'name',
  shape: 'square',
});

const setting = (path: string, track: string, leaves?: number): ApplicationColumn => ({
  id: path,
  title: configField(path)?.label ?? path,
  track,
  ...(leaves !== undefined && { leaves }),
  text: ({ record }) => settingOf(record, path),
  cell: ({ record }) => <SettingValue record={record} path={path} />,
});

const seats = 'config.organization_settings.max_allowed_memberships';

const summary: readonly ApplicationColumn[] = [
  {
    id: 'domain',
    title: t('Domain'),
    track: 'minmax(170px, 1.2fr)',
    sortField: 'domain',
    text: ({ record }) => record.domain,
    cell: ({ record }) => (
      <span className={classes.domain}>
        <span className={classes.text}>
          <DomainText record={record} none="–" />
        </span>
        <DnsMark dns={record.dns} compact />
      </span>
    ),
  },
  setting('config.auth_access_control.sign_up_mode', 'minmax(206px, 0.9fr)', 3),
  setting('config.auth_multi_factor.required_for_sign_up', '128px'),
  { ...setting('config.auth_password.min_length', '156px', 2), align: 'end' },
  {
    id: 'connections',
    title: t('Connections'),
    track: 'minmax(120px, 1fr)',
    leaves: 1,
    text: ({ record }) => (isConfigUnknown(record) ? notRead : connectionsOf(record.config)),
    cell: ({ record }) =>
      isConfigUnknown(record) ? (
        <NeverRead />
      ) : (
        <span className={classes.text}>{connectionsOf(record.config) || '–'}</span>
      ),
  },
  {
    id: 'seats',
    title: configField(seats)?.label ?? seats,
    track: '132px',
    align: 'end',
    leaves: 4,
    text: ({ record }) => {
      const value = readField(record, seats);
      return value === undefined ? settingOf(record, seats) : kindText('seats', value);
    },
    cell: ({ record }) => {
      const server = record.server[seats];
      if (readField(record, seats) === undefined) return <SettingValue record={record} path={seats} />;
      return (
        <StagedValue
          value={kindText('seats', readField(record, seats) ?? null)}
          server={server === undefined ? undefined : kindText('seats', server)}
        />
      );
    },
  },
];

/** Room for a title in two lines, parted where that needs the least: px. */
function leastFor(title: string): number {
  const words = title.split(' ');
  const letters = words.map((_, at) =>
    Math.max(words.slice(0, at).join(' ').length, words.slice(at).join(' ').length),
  );
  return Math.min(220, Math.max(112, 30 + 7 * Math.min(...letters)));
}

/** Columns of the fleet: what matters of each application, or every setting of one group side by side. */
export function applicationColumns(group: ConfigGroup | undefined): readonly ApplicationColumn[] {
  if (group === undefined) return [name, ...summary];
  const { settings } = group;
  return [
    name,
    ...settings.map(({ path }, index) =>
      setting(
        path,
        `minmax(${leastFor(configField(path)?.label ?? path)}px, 1fr)`,
        index === 0 ? undefined : settings.length - index,
      ),
    ),
  ];
}

function settingOf(record: Row<'application'>['record'], path: string): string {
  const value = readField(record, path);
  return value === undefined && isConfigUnknown(record) ? notRead : settingText(path, value);
}

/** Names of the connections that are switched on. */
function connectionsOf(config: Row<'application'>['record']['config']): string {
  return Object.keys(config)
    .filter((key) => key.startsWith('connection_') && readField(config, `${key}.enabled`) === true)
    .map(configWords)
    .join(', ');
}
