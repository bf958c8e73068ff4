import { type ComboboxItem, type ComboboxParsedItem, Select } from '@mantine/core';
import { useWholeList } from '@renderer/bridge/use-list';
import { t } from '@shared/language/t';
import classes from './grant-select.module.css';
import { useRoles } from './use-roles';

const roleMark = 'role ';

interface GrantSelectProps {
  /** Key of a permission, '' for none; likewise the role. */
  readonly permission: string;
  readonly role?: string;
  /** Roles can be asked for as well. */
  readonly withRoles?: boolean;
  readonly onChange: (chosen: { readonly permission: string; readonly role: string }) => void;
}

/** A permission, or a role where that is a question too, found by typing its name or key. */
export function GrantSelect({ permission, role = '', withRoles = false, onChange }: GrantSelectProps) {
  const { rows } = useWholeList('permission', { sort: { field: 'name', direction: 'asc' } });
  const { roles } = useRoles();
  const permissions = (rows ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const unknown =
    permission !== '' && rows !== undefined && !permissions.some(({ value }) => value === permission);
  const all = unknown ? [{ value: permission, label: permission }, ...permissions] : permissions;
  const named = roles.map(({ key, name }) => ({ value: roleMark + key, label: name }));
  const chosen = withRoles && role !== '' ? roleMark + role : permission;
  return (
    <Select
      label={withRoles ? t('Permission or role') : t('Permission')}
      placeholder={t('Type to search')}
      searchable
      clearable
      limit={100}
      data={
        withRoles
          ? [
              { group: t('Roles'), items: named },
              { group: t('Permissions'), items: all },
            ]
          : all
      }
      value={chosen === '' ? null : chosen}
      nothingFoundMessage={t('Nothing by that name')}
      filter={({ options, search }) =>
        options.flatMap((option) => matching(option, search.trim().toLowerCase()))
      }
      renderOption={({ option }) => (
        <span>
          {option.label}
          {!option.value.startsWith(roleMark) && <span className={classes.key}>{option.value}</span>}
        </span>
      )}
      onChange={(next) => {
        const isRole = next?.startsWith(roleMark) ?? false;
        const key = (next ?? '').slice(isRole ? roleMark.length : 0);
        onChange(isRole ? { role: key, permission: '' } : { permission: key, role: '' });
      }}
    />
  );
}

/** An option, or a group with the options in it, whose name or key has the text. */
function matching(option: ComboboxParsedItem, text: string): readonly ComboboxParsedItem[] {
  const fits = ({ label, value }: ComboboxItem): boolean =>
    label.toLowerCase().includes(text) || value.toLowerCase().includes(text);
  if (!('group' in option)) return fits(option as ComboboxItem) ? [option] : [];
  const items = option.items.filter((item) => fits(item as ComboboxItem));
  return items.length > 0 ? [{ ...option, items }] : [];
}
