import { plural } from '@renderer/ui/plural';
import { History } from 'lucide-react';
import { Strip } from '../strip';

interface KeptStripProps {
  /** Answers from before a crash or a restart that still fit their conflict. */
  readonly restored: number;
  /** Answers that fit no more. */
  readonly moved: number;
}

/** Answers that outlived the window they were given in: none is taken up in silence. */
export function KeptStrip({ restored, moved }: KeptStripProps) {
  return (
    <Strip icon={<History size={14} aria-hidden />}>
      {restored > 0 &&
        `Restored: ${plural(restored, 'answer')} that you gave before. Nothing of it is sent until you apply.`}
      {moved > 0 &&
        ` ${plural(moved, 'answer is', 'answers are')} void, because the values moved since; marked below.`}
    </Strip>
  );
}
