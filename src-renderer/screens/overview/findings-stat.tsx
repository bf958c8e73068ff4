import { useOpenFindings } from '@renderer/state/open-findings';
import { go } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format/format-count';
import { Stat } from '@renderer/ui/layout/stat';

/** How many records checks found that nobody answers for, and how many of them critically; it leads there. */
export function FindingsStat() {
  const open = useOpenFindings();
  const note =
    open === undefined
      ? 'after the first sync'
      : open.by.critical > 0
        ? `${formatCount(open.by.critical)} critical`
        : 'none critical';
  return <Stat label="Findings" value={open?.total} note={note} onClick={() => go('findings')} />;
}
