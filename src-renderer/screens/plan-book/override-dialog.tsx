import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { dayStart, dayWords } from '@renderer/ui/format/day';
import type { EntryOf } from '@shared/domain/books/books';
import { LimitName, limitNames } from '@shared/domain/books/customer-plan';
import { limitWords } from '@shared/domain/limits/usage';
import { inSense, t } from '@shared/language/t';
import { X } from 'lucide-react';
import { useState } from 'react';
import { parseLimit, valueText } from './limit-text';
import classes from './override-dialog.module.css';

interface OverrideDialogProps {
  readonly id: string;
  readonly name: string;
  /** Undefined where it has none yet. */
  readonly entry: EntryOf<'customerSubscription'> | undefined;
  readonly onClose: () => void;
}

/** What was agreed with one customer alone, with its reason and until when; those that there are can be taken out. */
export function OverrideDialog({ id, name, entry, onClose }: OverrideDialogProps) {
  const { busy, failures, keep } = useKeep();
  // As it was when the dialog opened: what somebody else writes meanwhile is not overwritten.
  const [held] = useState(entry);
  const subscription = held?.value;
  const [kept, setKept] = useState(subscription?.overrides ?? []);
  const [limit, setLimit] = useState<LimitName>('seats');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const typed = parseLimit(text);
  const value = typed.ok ? typed.value : null;
  const removed = kept.length < (subscription?.overrides.length ?? 0);
  const isNew = value !== null && reason.trim() !== '';
  const save = async (): Promise<void> => {
    const end = until === '' ? null : dayStart(until);
    const added = isNew ? [{ limit, value, reason: reason.trim(), until: end }] : [];
    const put = [
      {
        id,
        base: held?.at ?? null,
        value: {
          plan: subscription?.plan ?? '',
          since: subscription?.since ?? Date.now(),
          overrides: [...kept, ...added],
        },
      },
    ];
    const why = isNew ? reason.trim() : t('Overrides taken out');
    if (await keep({ book: 'customerSubscription', put, why }, t('Kept: Overrides of {name}', { name })))
      onClose();
  };
  return (
    <StageDialog
      opened
      title={t('Override a limit of {name}', { name })}
      verb={inSense('book', 'Keep')}
      ready={isNew || (removed && text.trim() === '')}
      staging={{ busy, failures }}
      onSubmit={save}
      onClose={onClose}
    >
      {kept.length > 0 && (
        <ul className={classes.list} aria-label={t('Overrides now')}>
          {kept.map((each) => (
            <li key={JSON.stringify(each)} className={classes.item}>
              <span>
                {limitWords[each.limit].label}: {valueText(each.value)}, {each.reason}
                {each.until !== null && `, ${t('until {until}', { until: dayWords(each.until) })}`}
              </span>
              <ActionIcon
                variant="subtle"
                aria-label={t('Take out the override of {label}', { label: limitWords[each.limit].label })}
                onClick={() => setKept(kept.filter((other) => other !== each))}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <NativeSelect
        label={t('Limit')}
        value={limit}
        data={limitNames.map((each) => ({ value: each, label: limitWords[each].label }))}
        onChange={(event) => setLimit(LimitName.parse(event.currentTarget.value))}
      />
      <TextInput
        label={t('Agreed instead')}
        description={t('A number, or “unlimited”')}
        data-autofocus
        value={text}
        error={typed.ok ? undefined : typed.error.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label={t('Reason')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={t('Until')}
        description={t('Empty: for good')}
        type="date"
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </StageDialog>
  );
}
