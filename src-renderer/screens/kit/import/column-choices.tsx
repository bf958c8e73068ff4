import { Select } from '@mantine/core';
import type { ImportPreview, OpenedImport } from '@shared/contract/import';
import type { EntityName } from '@shared/domain/entity';
import { importFields } from '@shared/domain/import/import-fields';
import { t } from '@shared/language/t';
import classes from './import-dialog.module.css';

interface ColumnChoicesProps {
  readonly entity: EntityName;
  readonly opened: OpenedImport;
  readonly columns: ImportPreview['columns'];
  readonly onChoose: (column: string, path: string | null) => void;
}

const leftOut = '';

/** Which field each column of a file holds: guessed, then chosen. */
export function ColumnChoices({ entity, opened, columns, onChoose }: ColumnChoicesProps) {
  const fields = importFields(entity).filter(({ use }) => use !== 'aside');
  const known = fields.map(({ path, label }) => ({
    value: path,
    label: path === 'id' ? t('Id') : `${label} (${path})`,
  }));
  return (
    <ul className={classes.columns} aria-label={t('Columns of the file')}>
      {columns.map(({ name, path }, at) => {
        const inside =
          path !== null && !fields.some((field) => field.path === path) ? [{ value: path, label: path }] : [];
        return (
          <li key={name} className={classes.column}>
            <span className={classes.name}>{name}</span>
            <span className={classes.samples}>{opened.columns[at]?.samples.join(', ') || t('empty')}</span>
            <Select
              aria-label={t('Field of {name}', { name })}
              size="xs"
              searchable
              allowDeselect={false}
              data={[{ value: leftOut, label: t('Left out') }, ...inside, ...known]}
              value={path ?? leftOut}
              onChange={(value) => onChoose(name, value || null)}
            />
          </li>
        );
      })}
    </ul>
  );
}
