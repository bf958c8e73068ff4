import { ActionIcon, Menu } from '@mantine/core';
import { setParams } from '@renderer/state/use-route';
import { t } from '@shared/language/t';
import { Check, Sigma } from 'lucide-react';
import classes from './columns-menu.module.css';
import type { FilterField } from './filter/filter-fields';

interface GroupMenuProps {
  readonly fields: readonly FilterField[];
  /** Paths of metadata that occur. */
  readonly paths: readonly string[];
  /** The field that rows are counted by; '' for none. */
  readonly by: string;
  readonly onOpen: () => void;
}

/** Counts the rows of a table by a field, instead of listing them. */
export function GroupMenu({ fields, paths, by, onOpen }: GroupMenuProps) {
  const choices = [
    ...fields.filter(({ how }) => how !== 'metadata').map(({ path, label }) => ({ path, label })),
    ...paths.map((path) => ({ path, label: path.replaceAll('.', ' › ') })),
  ];
  const held =
    by === '' || choices.some(({ path }) => path === by) ? choices : [...choices, { path: by, label: by }];
  return (
    <Menu position="bottom-end" width={240} onOpen={onOpen}>
      <Menu.Target>
        <ActionIcon
          variant={by === '' ? 'default' : 'light'}
          size={28}
          aria-label={t('Group by…')}
          title={t('Group by…')}
        >
          <Sigma size={13} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        <Menu.Label>{t('Count rows by')}</Menu.Label>
        <Menu.RadioItem
          value=""
          checked={by === ''}
          closeMenuOnClick
          checkIcon={<Check size={12} aria-hidden />}
          onChange={() => setParams({ group: '' })}
        >
          {t('Nothing: list the rows')}
        </Menu.RadioItem>
        {held.map(({ path, label }) => (
          <Menu.RadioItem
            key={path}
            value={path}
            checked={path === by}
            closeMenuOnClick
            checkIcon={<Check size={12} aria-hidden />}
            onChange={(group) => setParams({ group })}
          >
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
