import { formatExact, formatTime } from '@renderer/ui/format/format-time';
import { useNow } from '@renderer/ui/marks/use-now';
import { rich } from '@renderer/ui/text/rich';
import type { EngineStatus } from '@shared/contract/status';
import { t } from '@shared/language/t';
import { Hourglass } from 'lucide-react';
import classes from './throttle-strip.module.css';

/** Endpoints that the service asked to leave alone (429), each until its time. Nothing while there are none. */
export function ThrottleStrip({ throttled }: Pick<EngineStatus, 'throttled'>) {
  const now = useNow(500);
  const held = throttled.filter(({ until }) => until > now);
  if (held.length === 0) return null;
  return (
    <div className={classes.strip} role="status">
      <Hourglass size={14} aria-hidden />
      <div>
        <strong>{t('The service asks for fewer requests (429).')}</strong>{' '}
        {t('Tenantry waits; nothing is lost, and nothing needs doing. Other calls go on.')}
        <ul className={classes.list}>
          {held.map(({ endpoint, until }) => (
            <li key={endpoint}>
              {rich('<code>{endpoint}</code> until {time}, in {seconds, number} s', {
                endpoint,
                code: (words) => <code>{words}</code>,
                time: <time title={formatExact(until)}>{formatTime(until)}</time>,
                seconds: Math.ceil((until - now) / 1_000),
              })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
