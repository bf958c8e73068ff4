import { TextInput } from '@mantine/core';
import { dayEnd } from '@renderer/ui/format/day';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './review-dialogs.module.css';

/** Who decides a new review, and until which day. */
export function useByWhomUntil() {
  const [reviewers, setReviewers] = useState('');
  const [day, setDay] = useState('');
  return {
    ...{ reviewers, setReviewers, day, setDay },
    /** The day is over already. */
    past: day !== '' && !(dayEnd(day) > Date.now()),
    asked: {
      reviewers: reviewers.split(',').flatMap((one) => one.trim() || []),
      /** ms; 0 for none */
      dueAt: day === '' ? 0 : dayEnd(day),
    },
  };
}

export function ByWhomUntil({ of }: { readonly of: ReturnType<typeof useByWhomUntil> }) {
  const { reviewers, setReviewers, day, setDay, past } = of;
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('Reviewers')}
        description={t('Names, parted by commas; empty means anybody')}
        value={reviewers}
        onChange={(event) => setReviewers(event.currentTarget.value)}
      />
      <TextInput
        label={t('Due')}
        description={t('The last day, if there is one')}
        type="date"
        value={day}
        error={past ? t('Choose a day that is not over.') : undefined}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
    </div>
  );
}
