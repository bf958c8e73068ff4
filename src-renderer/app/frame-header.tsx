import { useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { FreshnessPill } from '@renderer/ui/freshness-pill';
import { Kbd } from '@renderer/ui/kbd';
import { Search } from 'lucide-react';
import classes from './frame-header.module.css';
import { palette } from './palette-store';
import { usePillNote } from './use-pill-note';

/** Title, the screen's own controls, search and freshness. */
export function FrameHeader({ title }: { readonly title: string }) {
  const freshness = useStatus()?.freshness;
  const note = usePillNote();
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.scope} data-header-slot="scope" />
      <div className={classes.actions} data-header-slot="actions" />
      <button
        type="button"
        className={classes.search}
        onClick={() => palette.open()}
        aria-label="Search and commands"
      >
        <Search size={13} aria-hidden />
        Search
        <Kbd keys="Ctrl K" />
      </button>
      {freshness && <FreshnessPill freshness={freshness} note={note} onClick={() => go('sync')} />}
    </header>
  );
}
