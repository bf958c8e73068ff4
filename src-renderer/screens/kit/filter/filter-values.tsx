import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import type { EntityName } from '@shared/domain/entity';
import { inSense, t } from '@shared/language/t';
import classes from './filter-builder.module.css';
import { type DraftRow, isDay } from './filter-draft';
import type { FilterField } from './filter-fields';
import { opWords } from './filter-ops';
import { useUnlisted } from './use-unlisted';

interface FilterValuesProps {
  readonly entity: EntityName;
  readonly row: DraftRow;
  readonly field: FilterField;
  readonly invalid: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** Lists open inside of the popover, or a press on them would be one outside of it. */
export const inPopover = { withinPortal: false, floatingStrategy: 'fixed' } as const;

const yesNo = [
  { value: 'true', label: t('yes') },
  { value: 'false', label: t('no') },
];
const units = [
  { value: 'h', label: inSense('within', 'hours') },
  { value: 'd', label: inSense('within', 'days') },
  { value: 'w', label: inSense('within', 'weeks') },
];

/** What a field is compared with, typed as its kind is. */
export function FilterValues({ entity, row, field, invalid, onChange }: FilterValuesProps) {
  const unlisted = useUnlisted(entity, field.path);
  const { takes } = opWords(field.how, row.asks);
  const label = t('Value of {label}', { label: field.label });
  const [first = '', second = ''] = row.values;
  const shared = { error: invalid, className: classes.value };
  if (takes === 'nothing') return <span className={classes.nothing} />;
  if (takes === 'span') return <Span value={first} label={label} onChange={(span) => onChange([span])} />;
  if (field.how === 'flag')
    return (
      <Select
        {...shared}
        aria-label={label}
        data={yesNo}
        value={first}
        allowDeselect={false}
        comboboxProps={inPopover}
        onChange={(value) => onChange([value ?? 'true'])}
      />
    );
  if (field.options.length > 0)
    return (
      <MultiSelect
        {...shared}
        size="xs"
        aria-label={label}
        placeholder={row.values.length === 0 ? t('Choose') : ''}
        data={[...field.options, ...unlisted].map(({ value, label: word }) => ({ value, label: word }))}
        value={[...row.values]}
        searchable
        comboboxProps={inPopover}
        onChange={onChange}
      />
    );
  if (takes === 'several')
    return (
      <TagsInput
        {...shared}
        size="xs"
        aria-label={label}
        placeholder={row.values.length === 0 ? t('Type one, press Enter') : ''}
        value={[...row.values]}
        comboboxProps={inPopover}
        // What was typed last counts, also without the key.
        acceptValueOnBlur
        onChange={onChange}
      />
    );
  // A moment that a file or an address names to the second is no day.
  const days = field.how === 'time' && row.values.every((value) => value === '' || isDay(value));
  const input = {
    type: days ? 'date' : 'text',
    inputMode: field.how === 'number' ? ('numeric' as const) : undefined,
  };
  const typed = (at: 0 | 1, value: string, of: string) => (
    <TextInput
      {...shared}
      {...input}
      aria-label={of}
      value={value}
      onChange={({ currentTarget }) =>
        onChange(at === 0 ? [currentTarget.value, ...row.values.slice(1)] : [first, currentTarget.value])
      }
    />
  );
  if (takes === 'one') return typed(0, first, label);
  return (
    <span className={classes.two}>
      {typed(0, first, t('{label}, from', { label }))}
      <span>{t('to')}</span>
      {typed(1, second, t('{label}, to', { label }))}
    </span>
  );
}

interface SpanProps {
  readonly value: string;
  readonly label: string;
  readonly onChange: (span: string) => void;
}

function Span({ value, label, onChange }: SpanProps) {
  const [, count = '', unit = 'd'] = /^(\d*)([hdw])$/.exec(value) ?? [];
  return (
    <span className={classes.two}>
      <NumberInput
        className={classes.count}
        size="xs"
        aria-label={label}
        min={1}
        max={99_999}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={count === '' ? '' : Number(count)}
        onChange={(typed) => onChange(`${typed}${unit}`)}
      />
      <Select
        className={classes.value}
        aria-label={t('{label}, unit', { label })}
        data={units}
        value={unit}
        allowDeselect={false}
        comboboxProps={inPopover}
        onChange={(chosen) => onChange(`${count}${chosen ?? unit}`)}
      />
    </span>
  );
}
