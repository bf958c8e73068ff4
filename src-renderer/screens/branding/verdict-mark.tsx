import { ratioText } from '@renderer/ui/brand/contrast-text';
import type { BrandVerdict } from '@shared/domain/figures/branding';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Check, CircleDashed, type LucideIcon, TriangleAlert } from 'lucide-react';
import classes from './verdict-mark.module.css';

const marks: Readonly<Record<BrandVerdict, readonly [icon: LucideIcon, word: string]>> = {
  unset: [CircleDashed, t('Not branded')],
  poor: [TriangleAlert, t('Hard to read')],
  good: [Check, t('Readable')],
};

export const verdictWord = (verdict: BrandVerdict): string => marks[verdict][1];

type Judged = Pick<Organization, 'brandVerdict' | 'textContrast' | 'primaryContrast'>;

/** Whether a branding is there and can be read, with its ratios on hover. */
export function VerdictMark({ record }: { readonly record: Judged }) {
  const { brandVerdict, textContrast, primaryContrast } = record;
  const [Icon, word] = marks[brandVerdict];
  const ratios = t('Text {textContrast} to 1, primary colour {primaryContrast} to 1 on the background', {
    textContrast: ratioText(textContrast ?? 0, 1),
    primaryContrast: ratioText(primaryContrast ?? 0, 1),
  });
  return (
    <span className={classes.mark} data-kind={brandVerdict} title={ratios}>
      <Icon size={12} aria-hidden />
      {word}
    </span>
  );
}
