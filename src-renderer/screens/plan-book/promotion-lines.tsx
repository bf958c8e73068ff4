import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { dayText } from '@renderer/ui/format/day';
import { LimitName, limitNames } from '@shared/domain/books/customer-plan';
import { limitWords } from '@shared/domain/limits/usage';
import { inSense, t } from '@shared/language/t';
import { Plus, X } from 'lucide-react';
import classes from './plan-dialog.module.css';
import { type PromotionLine, promotionFault } from './promotion-line';

interface PromotionLinesProps {
  readonly lines: readonly PromotionLine[];
  readonly onChange: (lines: readonly PromotionLine[]) => void;
}

/** What a plan gives for a time, a line each. */
export function PromotionLines({ lines, onChange }: PromotionLinesProps) {
  const set = (key: string, change: Partial<PromotionLine>): void =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const add = (): void =>
    onChange([
      ...lines,
      { key: crypto.randomUUID(), limit: 'seats', value: '', from: dayText(Date.now()), until: '', note: '' },
    ]);
  return (
    <div className={classes.lines}>
      {lines.map(({ key, limit, value, from, until, note, kept }) => (
        <fieldset key={key} className={classes.line} aria-label={t('Promotion')}>
          <NativeSelect
            label={t('Promotion of')}
            value={limit}
            data={limitNames.map((each) => ({ value: each, label: limitWords[each].label }))}
            onChange={({ currentTarget }) => set(key, { limit: LimitName.parse(currentTarget.value) })}
          />
          <TextInput
            label={inSense('limit', 'To')}
            value={value}
            onChange={({ currentTarget }) => set(key, { value: currentTarget.value })}
          />
          <TextInput
            label={t('Note')}
            value={note}
            onChange={({ currentTarget }) => set(key, { note: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t('Remove the promotion')}
            onClick={() => onChange(lines.filter((line) => line.key !== key))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
          <TextInput
            label={t('From')}
            type="date"
            value={from}
            onChange={({ currentTarget }) => set(key, { from: currentTarget.value })}
          />
          <TextInput
            label={t('Until')}
            type="date"
            value={until}
            error={promotionFault({ key, limit, value, from, until, note, ...(kept && { kept }) })}
            onChange={({ currentTarget }) => set(key, { until: currentTarget.value })}
          />
        </fieldset>
      ))}
      <div>
        <Button variant="default" leftSection={<Plus size={13} aria-hidden />} onClick={add}>
          {t('Add a promotion')}
        </Button>
      </div>
    </div>
  );
}
