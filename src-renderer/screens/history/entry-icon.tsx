import type { HistoryEntry } from '@shared/domain/history-entry';
import { type LucideIcon, Minus, Pencil, Plus } from 'lucide-react';
import classes from './entry-row.module.css';

const icons: Readonly<Record<HistoryEntry['change'], LucideIcon>> = {
  created: Plus,
  updated: Pencil,
  deleted: Minus,
};

/** Made, changed or removed; the words stand beside it. */
export function EntryIcon({ change }: { readonly change: HistoryEntry['change'] }) {
  const Icon = icons[change];
  return (
    <span className={classes.icon} data-change={change} aria-hidden>
      <Icon size={12} />
    </span>
  );
}
