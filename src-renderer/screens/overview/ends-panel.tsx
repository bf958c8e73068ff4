import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { go, setParams, useRoute } from '@renderer/state/use-route';
import { DayStrip } from '@renderer/ui/charts/day-strip';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { type Ending, endDays, endingName, type Overview, soonDays } from '@shared/contract/overview';
import type { ScreenName } from '@shared/contract/screens';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import classes from './ends-panel.module.css';
import { placeOfEnding } from './overview-places';

/** What ends by itself, kind by kind, on a line of the coming days; a kind opens the first of its records. */
export function EndsPanel({ overview }: { readonly overview: Overview | undefined }) {
  const opened = useRoute(({ route }) => route.params.ends);
  if (overview === undefined) return null;
  return (
    <Panel
      title={t('Ends within {endDays, number} days', { endDays })}
      note={overview.ends.length === 0 ? undefined : t('from today on')}
    >
      {overview.ends.length === 0 && (
        <p className={classes.none}>
          {t('No certificate, invitation or agreement that is copied ends until then.')}
        </p>
      )}
      <ul className={classes.list}>
        {overview.ends.map((ending) => (
          <EndLine key={endingName(ending)} ending={ending} open={opened === endingName(ending)} />
        ))}
      </ul>
    </Panel>
  );
}

function EndLine({ ending, open }: { readonly ending: Ending; readonly open: boolean }) {
  const { says, total, days, first } = ending;
  const name = endingName(ending);
  const button = useRef<HTMLButtonElement>(null);
  // A need leads here from above: what it opens is brought into sight, and has the focus.
  useEffect(() => {
    if (open) button.current?.focus();
  }, [open]);
  const showAll = allOf(ending);
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={classes.line}
        aria-expanded={open}
        onClick={() => setParams({ ends: open ? '' : name })}
      >
        <ChevronRight size={13} className={classes.turn} aria-hidden />
        <span className={classes.says}>{says}</span>
        <DayStrip length={endDays} soon={soonDays} days={days} />
        <span className={classes.count}>{formatCount(total)}</span>
        <span className={classes.next}>{first[0] && t('first {at}', { at: dayWords(first[0].at) })}</span>
      </button>
      {open && (
        <ul className={classes.items} aria-label={says}>
          {first.map((item) => (
            <li key={`${item.id} ${item.at}`}>
              <button type="button" className={classes.item} onClick={() => openItem(ending, item)}>
                <span className={classes.label}>{item.label}</span>
                <span className={classes.next}>{dayWords(item.at)}</span>
              </button>
            </li>
          ))}
          {(showAll !== null || total > first.length) && (
            <li className={classes.more}>
              {total > first.length && t('and {count, number} more', { count: total - first.length })}
              {showAll !== null && <LinkButton onClick={showAll}>{t('Show all in their table')}</LinkButton>}
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

const bookScreens = {
  findingAcceptance: 'findings',
  exception: 'baseline',
  customerPlan: 'plan-book',
  customerSubscription: 'plan-book',
} as const satisfies Readonly<Record<string, ScreenName>>;

const screenOf = (book: string): ScreenName =>
  book in bookScreens ? bookScreens[book as keyof typeof bookScreens] : 'overview';

function openItem({ source }: Ending, { id, organizationId }: Ending['first'][number]): void {
  if ('entity' in source) goToRecord({ entity: source.entity, recordId: RecordId.parse(id), organizationId });
  else go(screenOf(source.book));
}

/** The table with all of them, where one screen has them all. */
function allOf(ending: Ending): (() => void) | null {
  if (!('entity' in ending.source)) return () => go(screenOf(endingName(ending)));
  const place = placeOfEnding(ending);
  return place && (() => go(place.screen, { params: place.params }));
}
