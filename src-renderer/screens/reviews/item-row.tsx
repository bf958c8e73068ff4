import { usePreferences } from '@renderer/state/use-preferences';
import { select } from '@renderer/state/use-route';
import { formatExact } from '@renderer/ui/format/format-time';
import { LookMark } from '@renderer/ui/marks/look-mark';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import type { ReviewRow } from '@shared/contract/reviews';
import { evidenceText } from '@shared/domain/reviews/evidence';
import { type Decision, isOwn } from '@shared/domain/reviews/review';
import { spoken } from '@shared/domain/reviews/standings';
import { t } from '@shared/language/t';
import classes from './item-row.module.css';
import { adviceLooks, evidenceLooks, standingLooks } from './review-looks';

/** A row, and the group that begins with it. */
export interface ListedRow {
  readonly row: ReviewRow;
  readonly group: string | null;
}

interface ItemRowProps {
  readonly listed: ListedRow;
  readonly by: 'organization' | 'person';
  readonly open: boolean;
  /** Null once the review is closed. */
  readonly onDecide: ((decision: Decision) => void) | null;
}

/** One membership: who, as what, when seen last, what is recommended and why, and what was decided. */
export function ItemRow({ listed: { row, group }, by, open, onDecide }: ItemRowProps) {
  const { item } = row;
  const { verdict, reasons } = item.recommendation;
  const seenAt = Math.max(item.lastSignInAt, item.lastActiveAt);
  return (
    <>
      {group !== null && <h2 className={classes.group}>{group}</h2>}
      <article className={classes.row} data-open={open || undefined}>
        <div className={classes.cells}>
          <div className={classes.who}>
            <button
              type="button"
              className={classes.name}
              tabIndex={-1}
              aria-pressed={open}
              onClick={() => select(open ? null : item.membershipId)}
            >
              {by === 'person' ? item.organizationName : item.userName}
            </button>
            <div className={classes.aside}>
              {by === 'person' ? item.userEmail : item.userEmail || t('no address')}
            </div>
          </div>
          <div className={classes.role}>
            <div className={classes.cut}>{item.roleName}</div>
            <div className={classes.aside}>
              {seenAt === 0
                ? t('seen never')
                : rich('seen {time}', { time: <RelativeTime at={seenAt} ago /> })}
            </div>
          </div>
          <div className={classes.advice}>
            <LookMark look={adviceLooks[verdict]} />
            <div className={classes.reasons}>{reasons.map(({ text }) => text).join(' ')}</div>
          </div>
          <div className={classes.decided}>
            {row.evidence === null ? <LookMark look={standingLooks[row.standing]} /> : <Proof row={row} />}
            {row.evidence === null && <DecidedBy row={row} />}
          </div>
          {onDecide !== null && <Buttons row={row} onDecide={onDecide} />}
        </div>
      </article>
    </>
  );
}

function Proof({ row: { evidence } }: { readonly row: ReviewRow }) {
  return (
    evidence && (
      <>
        <LookMark look={evidenceLooks[evidence.state]} />
        <div className={classes.aside} title={evidenceText(evidence, formatExact)}>
          {evidenceText(evidence, formatExact)}
        </div>
      </>
    )
  );
}

function DecidedBy({ row: { item, standing, decisions } }: { readonly row: ReviewRow }) {
  const signer = usePreferences((kept) => kept.signer);
  const told = spoken({ entries: decisions });
  if (told.length === 0)
    return isOwn(item, signer) ? <div className={classes.aside}>{t('your own access')}</div> : null;
  const names = [
    ...new Set(told.map(({ by }) => (isOwn(item, by) ? t('{by} (own access)', { by }) : by))),
  ].join(', ');
  const waits = standing === 'open' ? t('{names}: a second reviewer is to decide', { names }) : names;
  const note = told.find((one) => one.note !== '')?.note;
  return <div className={classes.aside}>{note === undefined ? waits : `${waits}: ${note}`}</div>;
}

const choices = ['keep', 'revoke', 'unknown'] as const;

function Buttons({
  row,
  onDecide,
}: {
  readonly row: ReviewRow;
  readonly onDecide: (decision: Decision) => void;
}) {
  return (
    <fieldset
      className={classes.buttons}
      data-not-paper
      aria-label={t('Decision about {userName}', { userName: row.item.userName })}
    >
      {choices.map((decision) => {
        const { icon: Icon, word } = standingLooks[decision];
        return (
          <button
            key={decision}
            type="button"
            tabIndex={-1}
            className={classes.choice}
            data-choice={decision}
            aria-pressed={row.standing === decision}
            title={word}
            aria-label={t('{word}: {userName} in {organizationName}', {
              word,
              userName: row.item.userName,
              organizationName: row.item.organizationName,
            })}
            onClick={() => onDecide(row.standing === decision ? 'open' : decision)}
          >
            <Icon size={14} aria-hidden />
          </button>
        );
      })}
    </fieldset>
  );
}
