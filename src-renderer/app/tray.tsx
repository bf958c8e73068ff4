import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { openCount } from '@renderer/state/open-count';
import { useStatus } from '@renderer/state/status-context';
import { redo, undo } from '@renderer/state/undo';
import { go, useRoute } from '@renderer/state/use-route';
import { Kbd } from '@renderer/ui/controls/kbd';
import { formatCount } from '@renderer/ui/format/format-count';
import type { MarkKind } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { t } from '@shared/language/t';
import { Redo2, Undo2 } from 'lucide-react';
import classes from './tray.module.css';

const kinds: readonly (readonly [kind: MarkKind, word: string])[] = [
  ['staged', t('staged')],
  ['conflict', t('in conflict')],
  ['refused', t('refused')],
  ['unknown', t('unknown')],
];

/** The foot of the window, always: what is staged and what stands in its way, undo, and the one button to review. */
export function Tray() {
  const status = useStatus();
  const intents = status?.intents;
  const open = intents ? openCount(intents) : 0;
  const onChanges = useRoute(({ route }) => route.screen === 'changes');
  function count(kind: MarkKind): number {
    if (!intents || kind === 'unverified') return 0;
    return kind === 'staged' ? intents.staged + intents.sending : intents[kind];
  }
  return (
    <section className={classes.tray} aria-label={t('Changes tray')} data-not-paper>
      <div className={classes.counts} role="status">
        {open === 0 && (
          <span className={classes.none}>
            {intents ? t('Nothing staged') : t('Looking for what is staged…')}
          </span>
        )}
        {kinds.map(([kind, word]) =>
          count(kind) === 0 ? null : (
            <StateMark key={kind} kind={kind} word={`${formatCount(count(kind))} ${word}`} />
          ),
        )}
      </div>
      <Tooltip
        label={status?.undo.can ? t('Undo: {title} (U)', { title: status.undo.title }) : t('Nothing to undo')}
      >
        <ActionIcon aria-label={t('Undo')} disabled={!status?.undo.can} onClick={() => void undo()}>
          <Undo2 size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip
        label={
          status?.redo.can
            ? t('Redo: {title} (Ctrl Shift Z)', { title: status.redo.title })
            : t('Nothing to redo')
        }
      >
        <ActionIcon aria-label={t('Redo')} disabled={!status?.redo.can} onClick={() => void redo()}>
          <Redo2 size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {!onChanges && (
        <Button
          variant={open > 0 ? 'filled' : 'default'}
          rightSection={<Kbd keys="Ctrl Enter" />}
          onClick={() => go('changes')}
        >
          {t('Review changes')}
        </Button>
      )}
    </section>
  );
}
