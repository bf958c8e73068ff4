import { fieldText, type Names } from '@renderer/fields/field-text';
import { settingText } from '@renderer/screens/applications/setting-text';
import { formatExact } from '@renderer/ui/format/format-time';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { Avatar } from '@renderer/ui/marks/avatar';
import { configField, configPrefix } from '@shared/domain/config-field';
import { EntityName as Entities, type EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { AnyField } from '@shared/domain/kinds/field';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { isMembership } from '@shared/domain/rules/asks';
import { isMetadataPath } from '@shared/domain/views/metadata-paths';
import { t } from '@shared/language/t';
import classes from './past-columns.module.css';

type PastColumn = Column<StoredRecord>;

const tracks = { wide: 'minmax(180px, 1.6fr)', middle: 'minmax(120px, 1fr)', narrow: '110px' } as const;
const noNames: Names = new Map();

/** Fields that are columns, the widest first: it says which record it is. */
const columned = (entity: EntityName): readonly (readonly [string, AnyField])[] =>
  Object.entries(modelOf(entity).fields)
    .filter(([, { column }]) => column !== undefined)
    .sort(([, a], [, b]) => Number(b.column === 'wide') - Number(a.column === 'wide'));

const isOfOrganization = (entity: EntityName): boolean => modelOf(entity).home.param !== undefined;

const rank = (entity: EntityName): number => (isMembership(entity) ? 2 : Number(isOfOrganization(entity)));

/** Entities that have a table, and so a past to be shown; first who was where, which the past is asked for most. */
export const pastEntities = Entities.options
  .filter((entity) => columned(entity).length > 0)
  .sort((a, b) => rank(b) - rank(a));

/** The table of an entity as its model describes it, with columns of the paths inside of metadata that somebody added. */
export function pastColumns(entity: EntityName, own: readonly string[] = []): readonly PastColumn[] {
  const { fields, shape } = modelOf(entity);
  const columns = columned(entity).map(([field, { label, column = 'middle', kind }], index): PastColumn => {
    const text = (record: StoredRecord) =>
      fieldText(entity, field, readField(record, field) ?? null, noNames);
    return {
      id: field,
      title: label,
      track: tracks[column],
      sortField: field,
      ...(kind === 'seats' && { align: 'end' as const }),
      text,
      ...(index === 0 &&
        shape !== undefined && {
          cell: (record) => (
            <span className={classes.name}>
              <Avatar name={text(record)} shape={shape} />
              <span className={classes.text}>{text(record)}</span>
            </span>
          ),
        }),
    };
  });
  const settings = (fields.config?.columns ?? []).map(setting);
  const held = own.filter((path) => isMetadataPath(entity, path)).map((path) => metadata(entity, path));
  return [...columns, ...settings, ...held, ...(fields.updatedAt === undefined ? [] : [changed])];
}

const metadata = (entity: EntityName, path: string): PastColumn => ({
  id: path,
  title: path.split('.').slice(1).join(' › '),
  track: 'minmax(110px, 1fr)',
  text: (record) => {
    const value = readField(record, path) ?? null;
    return value === null ? '' : fieldText(entity, path, value);
  },
});

const setting = (path: string): PastColumn => ({
  id: path,
  title: configField(`${configPrefix}${path}`)?.label ?? path,
  track: '156px',
  text: (record) => settingText(`${configPrefix}${path}`, readField(record, `${configPrefix}${path}`)),
});

const changedAt = (record: StoredRecord): number => Number(readField(record, 'updatedAt') ?? 0);

const changed: PastColumn = {
  id: 'updatedAt',
  title: t('Last changed'),
  track: '170px',
  align: 'end',
  leaves: 1,
  // Not to be sorted by: the rows of now, from which the past is told, stand in another order.
  text: (record) => {
    const at = changedAt(record);
    return at === 0 ? '' : formatExact(at);
  },
  cell: (record) => {
    const at = changedAt(record);
    return at === 0 ? <span title={t('The change before was not seen')}>–</span> : formatExact(at);
  },
};

/** What a row is called. */
export const pastName =
  (entity: EntityName) =>
  (record: StoredRecord): string => {
    const [first] = columned(entity);
    return String((first && readField(record, first[0])) || record.id);
  };
