import { ActionIcon, Autocomplete, Select } from '@mantine/core';
import { inside } from '@renderer/ui/format/inside';
import type { EntityName } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { X } from 'lucide-react';
import classes from './filter-builder.module.css';
import { type DraftRow, newRow } from './filter-draft';
import { type FilterField, fieldOf } from './filter-fields';
import { type Asks, opsOf, opWords } from './filter-ops';
import { FilterValues, inPopover } from './filter-values';

export interface FilterRowProps {
  readonly entity: EntityName;
  readonly fields: readonly FilterField[];
  /** Paths of metadata that occur. */
  readonly paths: readonly string[];
  readonly row: DraftRow;
  /** What it lacks, where that is to be said. */
  readonly fault: string | undefined;
  readonly onChange: (row: DraftRow) => void;
  readonly onRemove: () => void;
}

/** One condition: a field, how it is compared, and with what. */
export function FilterRow({ entity, fields, paths, row, fault, onChange, onRemove }: FilterRowProps) {
  const { field } = fieldOf(fields, entity, row.path);
  const ops = opsOf[field.how];
  const asked = ops.some(({ asks }) => asks === row.asks) ? ops : [...ops, opWords(field.how, row.asks)];
  const choose = (path: string | null): void => {
    const next = fields.find((each) => each.path === path);
    if (next === undefined) return;
    const [first] = opsOf[next.how];
    const keeps = next.how === field.how && next.how !== 'choice';
    onChange(keeps ? { ...row, path: next.path } : { ...newRow(next, first?.asks ?? 'eq'), id: row.id });
  };
  const compare = (asks: Asks): void => {
    const from = opWords(field.how, row.asks).takes;
    const { takes } = opWords(field.how, asks);
    onChange({
      ...row,
      asks,
      values:
        from === 'span' || takes === 'span'
          ? takes === from
            ? row.values
            : newRow(field, asks).values
          : row.values,
    });
  };
  return (
    <div className={classes.row}>
      <Select
        className={classes.field}
        aria-label={t('Field')}
        data={offered(fields, field)}
        value={field.path}
        searchable
        allowDeselect={false}
        comboboxProps={inPopover}
        maxDropdownHeight={240}
        onChange={choose}
      />
      {field.how === 'metadata' && (
        <Autocomplete
          className={classes.key}
          size="xs"
          aria-label={t('Key in {label}', { label: inside(field.label) })}
          placeholder={t('Key, such as tier')}
          data={paths.flatMap((path) =>
            path.startsWith(`${field.path}.`) ? [path.slice(field.path.length + 1)] : [],
          )}
          value={row.key}
          error={fault !== undefined && row.key.trim() === ''}
          comboboxProps={inPopover}
          onChange={(key) => onChange({ ...row, key })}
        />
      )}
      {asked.length > 1 && (
        <Select
          className={classes.op}
          aria-label={t('How {label} is compared', { label: field.label })}
          data={asked.map(({ asks, label }) => ({ value: asks, label }))}
          value={row.asks}
          allowDeselect={false}
          comboboxProps={inPopover}
          onChange={(asks) => compare((asks ?? row.asks) as Asks)}
        />
      )}
      <FilterValues
        entity={entity}
        row={row}
        field={field}
        invalid={fault !== undefined}
        onChange={(values) => onChange({ ...row, values })}
      />
      <ActionIcon
        aria-label={t('Remove condition on {label}', { label: field.label })}
        title={t('Remove')}
        onClick={onRemove}
      >
        <X size={13} aria-hidden />
      </ActionIcon>
      {fault !== undefined && <p className={classes.fault}>{fault}</p>}
    </div>
  );
}

function offered(fields: readonly FilterField[], held: FilterField) {
  const all = fields.some(({ path }) => path === held.path) ? fields : [...fields, held];
  return all.map(({ path, label }) => ({ value: path, label }));
}
