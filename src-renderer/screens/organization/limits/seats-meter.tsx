import { formatCount } from '@renderer/ui/format/format-count';
import { seatsLevel } from '@shared/domain/figures/seats';
import { t } from '@shared/language/t';
import classes from './limits-tab.module.css';

interface SeatsMeterProps {
  readonly members: number;
  /** Null: not known. */
  readonly invited: number | null;
  /** 0: unlimited. */
  readonly limit: number;
}

/** Members, pending invitations and what is left, as figures and as one bar of their shares. */
export function SeatsMeter({ members, invited, limit }: SeatsMeterProps) {
  const taken = members + (invited ?? 0);
  const whole = Math.max(limit, taken, 1);
  const share = (count: number): string => `${(count / whole) * 100}%`;
  const free = limit - taken;
  return (
    <div className={classes.meter} data-level={seatsLevel(taken, limit)}>
      <div className={classes.track} aria-hidden>
        <span className={classes.members} style={{ width: share(members) }} />
        <span className={classes.invited} style={{ width: share(invited ?? 0) }} />
      </div>
      <dl className={classes.figures}>
        <Figure label={t('Members')} value={formatCount(members)} swatch={classes.members} />
        <Figure
          label={t('Invited, pending')}
          value={invited === null ? t('not known') : formatCount(invited)}
          swatch={classes.invited}
        />
        {limit === 0 ? (
          <Figure label={t('Free')} value={t('no limit')} />
        ) : free < 0 ? (
          <Figure label={t('Over the limit by')} value={formatCount(-free)} warn />
        ) : (
          <Figure
            label={invited === null ? t('Free at most') : t('Free')}
            value={formatCount(free)}
            warn={free === 0}
          />
        )}
      </dl>
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly swatch?: string;
  readonly warn?: boolean;
}

function Figure({ label, value, swatch, warn = false }: FigureProps) {
  return (
    <div>
      <dt>
        {swatch && <span className={`${classes.swatch} ${swatch}`} aria-hidden />}
        {label}
      </dt>
      <dd data-warn={warn || undefined}>{value}</dd>
    </div>
  );
}
