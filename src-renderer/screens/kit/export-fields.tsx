import { Checkbox, SegmentedControl } from '@mantine/core';
import type { ExportFormat } from '@shared/contract/export';
import { t } from '@shared/language/t';

const formats: readonly { readonly value: ExportFormat; readonly label: string; readonly says: string }[] = [
  {
    value: 'xlsx',
    label: 'Excel',
    says: t('A workbook: numbers and times as such, the head stays, roles to choose from.'),
  },
  {
    value: 'csv',
    label: 'CSV',
    says: t('UTF-8, times in UTC. A text that would run as a formula has a ’ before it.'),
  },
  { value: 'jsonl', label: t('JSON lines'), says: t('One object a line, values as the copy holds them.') },
];

interface ExportFormatFieldProps {
  readonly format: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

/** The format of a file, and what that means. */
export const ExportFormatField = ({ format, onChange }: ExportFormatFieldProps) => (
  <>
    <SegmentedControl
      aria-label={t('Format')}
      data={formats.map(({ value, label }) => ({ value, label }))}
      value={format}
      onChange={(value) => onChange(formats.find((each) => each.value === value)?.value ?? format)}
    />
    <p>{formats.find(({ value }) => value === format)?.says}</p>
  </>
);

interface PseudonymiseFieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export const PseudonymiseField = ({ checked, onChange }: PseudonymiseFieldProps) => (
  <Checkbox
    label={t('Replace names, addresses, ids and metadata')}
    description={t('The same by the same, so that tables can still be joined')}
    checked={checked}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);
