import { useOpenFindings } from '@renderer/state/open-findings';
import { go } from '@renderer/state/use-route';
import { Stat } from '@renderer/ui/layout/stat';
import { t } from '@shared/language/t';

/** How many records checks found that nobody answers for, and how many of them critically; it leads there. */
export function FindingsStat() {
  const open = useOpenFindings();
  const note =
    open === undefined
      ? t('after the first sync')
      : open.by.critical > 0
        ? t('{critical, number} critical', { critical: open.by.critical })
        : t('none critical');
  return <Stat label={t('Findings')} value={open?.total} note={note} onClick={() => go('findings')} />;
}
