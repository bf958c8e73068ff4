import { Select } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { isProvisional } from '@shared/domain/ids';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { useDeferredValue, useState } from 'react';

interface RecordSelectProps {
  readonly entity: EntityName;
  readonly label: string;
  readonly description?: string | undefined;
  /** Only what the service knows already. */
  readonly known?: true;
  /** Left out, it must be chosen. */
  readonly required?: boolean;
  readonly value: string | null;
  /** What `value` is called, where that is known: told only once the list is read, it would take the place of what was typed by then. */
  readonly called?: string;
  readonly onChange: (id: string | null) => void;
}

/** Finds one record among any number by typing; the list holds the twenty nearest. */
export function RecordSelect(props: RecordSelectProps) {
  const { entity, label, description, known, required = true, value, called, onChange } = props;
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string } | null>(
    value !== null && called !== undefined ? { value, label: called } : null,
  );
  // Chosen elsewhere: a link, another part of the screen.
  const held =
    chosen?.value === value || called === undefined || value === null ? chosen : { value, label: called };
  const text = useDeferredValue(search === held?.label ? '' : search);
  const { rows } = useList(entity, { text, limit: 20, sort: modelOf(entity).sort });
  const offered = (rows ?? []).filter(({ id }) => !known || !isProvisional(id));
  const found = offered.map((row) => ({
    value: String(row.id),
    label: [labelOf(entity, row, ''), 'email' in row && row.email !== '' && `(${row.email})`]
      .filter(Boolean)
      .join(' '),
  }));
  const data = held && !found.some((option) => option.value === held.value) ? [held, ...found] : found;
  return (
    <Select
      label={label}
      placeholder={t('Type to search')}
      description={description}
      searchable
      required={required}
      clearable={!required}
      data={data}
      filter={({ options }) => options}
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={t('Nothing by that name')}
      onChange={(id) => {
        setChosen(data.find((option) => option.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
