import { SeatsBar } from '@renderer/ui/marks/seats-bar';
import type { BlastRadius } from '@shared/contract/plan';
import { t } from '@shared/language/t';
import classes from './figure-list.module.css';

/** Seats taken before and after, organization by organization; those over their limit first. */
export function SeatsList({ seats }: { readonly seats: BlastRadius['seats'] }) {
  const overBy = ({ after, limit }: BlastRadius['seats'][number]): number =>
    limit === 0 ? -1 : after - limit;
  return (
    <ul className={classes.list}>
      {seats
        .toSorted((a, b) => overBy(b) - overBy(a))
        .map((seat) => (
          <li key={seat.organizationId} className={classes.item}>
            <span className={classes.name}>{seat.organizationName}</span>
            <span className={classes.figure}>
              {seat.before !== seat.after && <span className={classes.before}>{seat.before} →</span>}
              <SeatsBar used={seat.after} limit={seat.limit} />
            </span>
            {overBy(seat) > 0 && (
              <p className={classes.warning}>
                {t('{count, number} over: nobody loses a seat, but nobody can join either.', {
                  count: overBy(seat),
                })}
              </p>
            )}
          </li>
        ))}
    </ul>
  );
}
