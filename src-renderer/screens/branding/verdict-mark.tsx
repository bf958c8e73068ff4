import type { BrandVerdict } from '@renderer/ui/brand/brand-verdict';
import { Check, CircleDashed, type LucideIcon, TriangleAlert } from 'lucide-react';
import classes from './verdict-mark.module.css';

const marks: Readonly<Record<BrandVerdict['kind'], readonly [icon: LucideIcon, word: string]>> = {
  unset: [CircleDashed, 'Not branded'],
  poor: [TriangleAlert, 'Hard to read'],
  good: [Check, 'Readable'],
};

export const verdictWord = ({ kind }: BrandVerdict): string => marks[kind][1];

/** Whether a branding is there and can be read, with its ratios on hover. */
export function VerdictMark({ verdict }: { readonly verdict: BrandVerdict }) {
  const [Icon, word] = marks[verdict.kind];
  const ratios = `Text ${verdict.text.toFixed(1)} to 1, primary colour ${verdict.primary.toFixed(1)} to 1 on the background`;
  return (
    <span className={classes.mark} data-kind={verdict.kind} title={ratios}>
      <Icon size={12} aria-hidden />
      {word}
    </span>
  );
}
