import { ActionIcon, Button, Select } from '@mantine/core';
import { t } from '@shared/language/t';
import { FolderPlus, Plus, X } from 'lucide-react';
import classes from './filter-builder.module.css';
import { type DraftGroup, type DraftItem, isGroup, newGroup, newRow } from './filter-draft';
import { opsOf } from './filter-ops';
import { FilterRow, type FilterRowProps } from './filter-row';
import { inPopover } from './filter-values';

interface FilterGroupProps extends Pick<FilterRowProps, 'entity' | 'fields' | 'paths'> {
  readonly group: DraftGroup;
  /** How deep it stands, 0 for the outermost. */
  readonly level: number;
  /** What rows lack, by their ids, where that is to be said. */
  readonly faults: ReadonlyMap<number, string>;
  readonly onChange: (group: DraftGroup) => void;
  readonly onRemove?: () => void;
}

const joins = [
  { value: 'all', label: t('all of') },
  { value: 'any', label: t('any of') },
  { value: 'none', label: t('none of') },
];
/** As deep as a person still reads; what a file has deeper is shown. */
const mostLevels = 2;

/** Conditions that are joined, and groups of them inside. */
export function FilterGroup({ group, level, faults, onChange, onRemove, ...shared }: FilterGroupProps) {
  const { items, by } = group;
  const replace = (item: DraftItem, next: readonly DraftItem[]): void =>
    onChange({ ...group, items: items.flatMap((each) => (each.id === item.id ? next : [each])) });
  const [first] = shared.fields;
  const fresh = (): readonly DraftItem[] =>
    first === undefined ? [] : [newRow(first, opsOf[first.how][0]?.asks ?? 'eq')];
  return (
    <fieldset
      className={level === 0 ? classes.outermost : classes.group}
      aria-label={level === 0 ? t('Conditions') : t('Group of conditions')}
    >
      <div className={classes.joins}>
        <span>{t('Rows for which')}</span>
        <Select
          className={classes.join}
          aria-label={t('How conditions are joined')}
          data={joins}
          value={by}
          allowDeselect={false}
          comboboxProps={inPopover}
          onChange={(value) => onChange({ ...group, by: value as DraftGroup['by'] })}
        />
        <span>{t('these hold')}</span>
        {onRemove && (
          <ActionIcon
            className={classes.away}
            aria-label={t('Remove group')}
            title={t('Remove group')}
            onClick={onRemove}
          >
            <X size={13} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {items.map((item) =>
        isGroup(item) ? (
          <FilterGroup
            key={item.id}
            {...shared}
            group={item}
            level={level + 1}
            faults={faults}
            onChange={(next) => replace(item, [next])}
            onRemove={() => replace(item, [])}
          />
        ) : (
          <FilterRow
            key={item.id}
            {...shared}
            row={item}
            fault={faults.get(item.id)}
            onChange={(next) => replace(item, [next])}
            onRemove={() => replace(item, [])}
          />
        ),
      )}
      <div className={classes.adds}>
        <Button
          variant="subtle"
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => onChange({ ...group, items: [...items, ...fresh()] })}
        >
          {t('Condition')}
        </Button>
        {level < mostLevels && (
          <Button
            variant="subtle"
            leftSection={<FolderPlus size={13} aria-hidden />}
            onClick={() =>
              onChange({ ...group, items: [...items, newGroup(by === 'any' ? 'all' : 'any', fresh())] })
            }
          >
            {t('Group')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
