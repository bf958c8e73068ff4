import classes from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null while the end is unknown. */
  readonly fraction: number | null;
  readonly tone?: 'accent' | 'done' | 'failed';
}

export function ProgressBar({ label, fraction, tone = 'accent' }: ProgressBarProps) {
  const value = fraction === null ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div
      className={classes.track}
      data-tone={tone}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
    >
      <div className={classes.fill} style={{ width: `${value ?? 0}%` }} />
    </div>
  );
}
