import { ActionIcon, Checkbox, Tooltip } from '@mantine/core';
import { changeOf } from '@renderer/fields/change';
import { describeChange } from '@renderer/fields/describe-change';
import { fieldText } from '@renderer/fields/field-text';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { markOfIntent } from '@renderer/ui/marks/mark-kind';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { Undo2 } from 'lucide-react';
import { ChangeValue } from '../change-value';
import classes from './staged-row.module.css';

interface StagedRowProps {
  readonly intent: Intent;
  /** Name of the organization in the heading above; undefined when there is none. */
  readonly under: string | undefined;
  readonly roleNames: ReadonlyMap<string, string>;
  readonly selected: boolean;
  /** The focus is on it: its controls are in the order of Tab. */
  readonly active: boolean;
  readonly onToggle: () => void;
  readonly onWithdraw: () => void;
}

/** One staged change: whom, what, before → after, how it stands, and its way back. */
export function StagedRow(props: StagedRowProps) {
  const { intent, under, roleNames, selected, active, onToggle, onWithdraw } = props;
  const tab = active ? 0 : -1;
  const change = changeOf(intent);
  const { what } = describeChange(change, roleNames);
  const kind = markOfIntent(intent.state);
  const status = statusOf(intent, roleNames);
  return (
    <div className={classes.row} data-selected={selected || undefined} data-mark={kind ?? undefined}>
      <Checkbox
        aria-label={t('Select {what} of {label}', { what, label: intent.label })}
        tabIndex={tab}
        checked={selected}
        onChange={onToggle}
      />
      <button type="button" tabIndex={tab} className={classes.label} onClick={() => goToRecord(change)}>
        {under === undefined ? intent.label : intent.label.replace(` in ${under}`, '')}
      </button>
      <span className={classes.what} data-removal={intent.action.verb === 'delete' || undefined}>
        {what}
      </span>
      <span className={classes.change}>
        <ChangeValue change={change} roleNames={roleNames} />
      </span>
      <span className={classes.mark}>
        {kind && <StateMark kind={kind} word={intent.state === 'sending' ? t('Being sent') : undefined} />}
      </span>
      <span className={classes.time}>
        <RelativeTime at={intent.stagedAt} />
      </span>
      <Tooltip label={t('Withdraw (Delete)')}>
        <ActionIcon
          aria-label={t('Withdraw {what} of {label}', { what, label: intent.label })}
          tabIndex={tab}
          disabled={intent.state === 'sending'}
          onClick={onWithdraw}
        >
          <Undo2 size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {status && <p className={classes.status}>{status}</p>}
    </div>
  );
}

/** A sentence on a change that is more than just staged: the service's reason, the value it met, what comes next; '' else. */
function statusOf(
  { entity, state, outcome, theirs, action }: Intent,
  roleNames: ReadonlyMap<string, string>,
): string {
  switch (state) {
    case 'refused':
      return t('The service said: {answer}. Change it, withdraw it, or try it again.', {
        answer: `${outcome?.message ?? t('no')}${outcome && outcome.status > 0 ? ` (${outcome.status})` : ''}`,
      });
    case 'unknown':
      return t(
        'It was sent, but the answer was lost. The next review looks the record up before anything is sent again.',
      );
    case 'conflict': {
      const field = action.verb === 'update' ? action.field : '';
      if (action.verb !== 'update')
        return t('It was changed on the service since. You choose in the review.');
      return theirs === null
        ? t('The service holds another value since. You choose in the review.')
        : t('The service holds another value since: {value}. You choose in the review.', {
            value: fieldText(entity, field, theirs.value, roleNames),
          });
    }
    default:
      return '';
  }
}
