import { Button, Menu } from '@mantine/core';
import { t } from '@shared/language/t';
import { Check, ChevronDown } from 'lucide-react';
import { formatCount } from '../format/format-count';
import { inside } from '../format/inside';
import classes from './filter-menu.module.css';
import type { FilterOption } from './filter-option';

interface FilterMenuProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly FilterOption[];
  readonly onChange: (value: string) => void;
  /** Why nothing can be chosen; what was chosen before can still be taken away. */
  readonly lack?: string | null;
}

/** One filter as a quiet button: `Role: all ▾`. Its options may carry counts. */
export function FilterMenu({ label, value, options, onChange, lack = null }: FilterMenuProps) {
  const chosen = options.find((option) => option.value === value);
  const active = value !== '';
  const grey = lack !== null && !active;
  return (
    <Menu disabled={grey}>
      <Menu.Target>
        <Button
          variant={active ? 'light' : 'default'}
          title={lack ?? undefined}
          aria-disabled={grey || undefined}
          data-disabled={grey || undefined}
          rightSection={<ChevronDown size={12} aria-hidden />}
          aria-label={t('Filter by {label}: {chosen}', {
            label: inside(label),
            chosen: chosen?.label ?? t('all'),
          })}
        >
          <span className={active ? undefined : classes.label}>{label}</span>
          {active && <span className={classes.value}>{chosen?.label ?? value}</span>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} className={classes.dropdown}>
        {options.map((option) => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            checked={option.value === value}
            checkIcon={<Check size={12} aria-hidden />}
            closeMenuOnClick
            rightSection={
              option.count !== undefined && <span className={classes.count}>{formatCount(option.count)}</span>
            }
            onChange={onChange}
          >
            {option.label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
