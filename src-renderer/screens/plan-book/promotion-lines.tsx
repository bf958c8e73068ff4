import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { dayStart, dayText } from '@renderer/ui/format/day';
import type { ValueOf } from '@shared/domain/books/books';
import { type LimitName, LimitName as LimitNames, limitNames } from '@shared/domain/books/customer-plan';
import { limitWords } from '@shared/domain/limits/usage';
import { Plus, X } from 'lucide-react';
import { parseLimit } from './limit-text';
import classes from './plan-dialog.module.css';

type Promotion = ValueOf<'customerPlan'>['promotions'][number];

/** A promotion as it is typed. */
export interface PromotionLine {
  readonly key: string;
  readonly limit: LimitName;
  readonly value: string;
  readonly from: string;
  readonly until: string;
  readonly note: string;
}

export const promotionLines = (promotions: readonly Promotion[]): readonly PromotionLine[] =>
  promotions.map(({ limit, value, from, until, note }, place) => ({
    key: `kept ${place}`,
    limit,
    value: String(value),
    from: dayText(from),
    until: dayText(until),
    note,
  }));

/** What the lines come to; null while one of them is not whole. */
export function asPromotions(lines: readonly PromotionLine[]): readonly Promotion[] | null {
  const promotions = lines.flatMap(({ limit, value, from, until, note }) => {
    const typed = parseLimit(value);
    const [begins, ends] = [dayStart(from), dayStart(until)];
    return typed.ok && typed.value !== null && begins < ends
      ? [{ limit, value: typed.value, from: begins, until: ends, note: note.trim() }]
      : [];
  });
  return promotions.length === lines.length ? promotions : null;
}

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
      {lines.map(({ key, limit, value, from, until, note }) => (
        <fieldset key={key} className={classes.line} aria-label="Promotion">
          <NativeSelect
            label="Promotion of"
            value={limit}
            data={limitNames.map((each) => ({ value: each, label: limitWords[each].label }))}
            onChange={({ currentTarget }) => set(key, { limit: LimitNames.parse(currentTarget.value) })}
          />
          <TextInput
            label="To"
            value={value}
            onChange={({ currentTarget }) => set(key, { value: currentTarget.value })}
          />
          <TextInput
            label="Note"
            value={note}
            onChange={({ currentTarget }) => set(key, { note: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            aria-label="Remove the promotion"
            onClick={() => onChange(lines.filter((line) => line.key !== key))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
          <TextInput
            label="From"
            type="date"
            value={from}
            onChange={({ currentTarget }) => set(key, { from: currentTarget.value })}
          />
          <TextInput
            label="Until"
            type="date"
            value={until}
            onChange={({ currentTarget }) => set(key, { until: currentTarget.value })}
          />
        </fieldset>
      ))}
      <div>
        <Button variant="default" leftSection={<Plus size={13} aria-hidden />} onClick={add}>
          Add a promotion
        </Button>
      </div>
    </div>
  );
}
