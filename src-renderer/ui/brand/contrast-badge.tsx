import { contrastRatio } from '@shared/domain/figures/contrast';
import { t } from '@shared/language/t';
import { Check, TriangleAlert } from 'lucide-react';
import classes from './contrast-badge.module.css';
import { ratioText } from './contrast-text';

interface ContrastBadgeProps {
  readonly foreground: string;
  readonly background: string;
}

/** Whether a text colour can be read on a background: the ratio and the WCAG level it meets. */
export function ContrastBadge({ foreground, background }: ContrastBadgeProps) {
  const ratio = contrastRatio(foreground, background);
  if (ratio === null) return null;
  const level =
    ratio >= 7 ? 'AAA' : ratio >= 4.5 ? 'AA' : ratio >= 3 ? t('large text only') : t('unreadable');
  const good = ratio >= 4.5;
  const Icon = good ? Check : TriangleAlert;
  return (
    <span
      className={classes.badge}
      data-good={good || undefined}
      title={t('Contrast {ratio} to 1: {level}', { ratio: ratioText(ratio, 2), level })}
    >
      <Icon size={11} aria-hidden />
      {ratioText(ratio, 1)} {level}
    </span>
  );
}
