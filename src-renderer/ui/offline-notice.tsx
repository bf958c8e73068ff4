import { CloudOff } from 'lucide-react';
import { formatClock } from './format-time';
import classes from './notice.module.css';
import { useNow } from './use-now';

interface OfflineNoticeProps {
  readonly asOf: number;
  /** What still works here, as a sentence. */
  readonly text: string;
}

/** A strip above a screen that shows data while the service is out of reach. */
export function OfflineNotice({ asOf, text }: OfflineNoticeProps) {
  const now = useNow(30_000);
  return (
    <p className={classes.strip} role="status">
      <CloudOff size={14} aria-hidden />
      <span>
        Offline. Data as of {formatClock(asOf, now)}. {text}
      </span>
    </p>
  );
}
