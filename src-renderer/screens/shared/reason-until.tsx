import { Textarea, TextInput } from '@mantine/core';
import { dayEnd, dayWords } from '@renderer/ui/format/day';
import { t } from '@shared/language/t';
import { useState } from 'react';

export interface ReasonUntil {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** As a `date` field writes it; '' for no end. */
  readonly day: string;
  readonly setDay: (day: string) => void;
  /** The end of the day, ms; null for no end. */
  readonly until: number | null;
  readonly past: boolean;
  /** A reason is given, and the day is not over. */
  readonly ready: boolean;
}

/** Why something is accepted, and until when. */
export function useReasonUntil(before = { reason: '', day: '' }): ReasonUntil {
  const [reason, setReason] = useState(before.reason);
  const [day, setDay] = useState(before.day);
  const past = day !== '' && !(dayEnd(day) > Date.now());
  const until = day === '' ? null : dayEnd(day);
  return { reason, setReason, day, setDay, until, past, ready: reason.trim() !== '' && !past };
}

interface ReasonUntilFieldsProps {
  readonly of: ReasonUntil;
  /** What the reason is kept with: `the exception`. */
  readonly keptWith: string;
  /** What it is after that day: `drift`. */
  readonly again: string;
}

export function ReasonUntilFields({ of, keptWith, again }: ReasonUntilFieldsProps) {
  return (
    <>
      <Textarea
        label={t('Reason')}
        description={t('Kept with {keptWith}, for whoever asks later', { keptWith })}
        required
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={of.reason}
        onChange={(event) => of.setReason(event.currentTarget.value)}
      />
      <TextInput
        label={t('Until')}
        description={
          of.until === null || of.past
            ? t('From the day after it is {again} again; without a day it has no end', { again })
            : t('Until the end of {until}; from then on it is {again} again; without a day it has no end', {
                until: dayWords(of.until),
                again,
              })
        }
        type="date"
        value={of.day}
        error={of.past ? t('Choose a day that is not over.') : undefined}
        onChange={(event) => of.setDay(event.currentTarget.value)}
      />
    </>
  );
}
