import { unlistedNames } from '@renderer/state/left-out';
import { useLeftOuts } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { Kbd } from '@renderer/ui/controls/kbd';
import { formatTime } from '@renderer/ui/format/format-time';
import { FreshnessPill } from '@renderer/ui/marks/freshness-pill';
import { useNow } from '@renderer/ui/marks/use-now';
import { t } from '@shared/language/t';
import { Search } from 'lucide-react';
import classes from './frame-header.module.css';
import { palette } from './palette-store';
import { ScopeSwitch } from './scope-switch';

/** Title, the screen's own controls, search and freshness. */
export function FrameHeader({ title }: { readonly title: string }) {
  const freshness = useStatus()?.freshness;
  const note = usePillNote();
  const withOrganizations = useWorkspace()?.scenario === 'b2b';
  return (
    <header className={classes.header} data-not-paper>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.scope} data-header-slot="scope" />
      <div className={classes.actions} data-header-slot="actions" />
      {withOrganizations && <ScopeSwitch />}
      <button
        type="button"
        className={classes.search}
        onClick={() => palette.open()}
        aria-label={t('Search and commands')}
      >
        <Search size={13} aria-hidden />
        {t('Search')}
        <Kbd keys="Ctrl K" />
      </button>
      {freshness && <FreshnessPill freshness={freshness} note={note} onClick={() => go('sync')} />}
    </header>
  );
}

/** A wait in the room of a pill: a short one by its length, a long one by its end. */
function waitText(until: number, now: number): string {
  const seconds = Math.ceil((until - now) / 1_000);
  return seconds < 60
    ? t('waits {seconds, number} s', { seconds })
    : t('waits until {until}', { until: formatTime(until) });
}

/** What the pill adds to how fresh the copy is: until when sync waits, or what the copy lacks. '' for nothing. */
function usePillNote(): string {
  const status = useStatus();
  const leftOuts = useLeftOuts();
  const now = useNow(1_000);
  const kind = status?.freshness.kind;
  const until = status?.throttledUntil ?? 0;
  if (kind === 'syncing') return until > now ? waitText(until, now) : '';
  if (kind !== 'synced') return '';
  const names = unlistedNames(leftOuts.values());
  const odd = [...leftOuts.values()].reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  const [first] = names;
  const lists =
    first === undefined
      ? []
      : [
          names.length === 1
            ? t('without {list}', { list: first })
            : t('without {count, number} lists', { count: names.length }),
        ];
  return [...lists, ...(odd > 0 ? [t('{count, number} unread', { count: odd })] : [])].join(', ');
}
