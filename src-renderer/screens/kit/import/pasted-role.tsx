import { Select } from '@mantine/core';
import type { Role } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

interface PastedRoleProps {
  readonly roles: readonly Role[];
  readonly value: string | null;
  readonly onChange: (role: string | null) => void;
}

/** The role of all lines that say none themselves. */
export function PastedRole({ roles, value, onChange }: PastedRoleProps) {
  return (
    <Select
      label={t('Role')}
      placeholder={t('Choose a role')}
      required
      data={roles.map(({ key, name }) => ({ value: key, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
