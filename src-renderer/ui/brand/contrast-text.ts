import { decimalFormat } from '@renderer/ui/format/locale';
import { t } from '@shared/language/t';

/** A ratio cut, not rounded: 4.48 is not 4.5 (WCAG 2.2, Understanding 1.4.3). */
export const ratioText = (ratio: number, decimals: number): string =>
  decimalFormat(decimals).format(Math.floor(ratio * 10 ** decimals) / 10 ** decimals);

/** `Lc 78 running text`: what size of text a lightness contrast is enough for. */
export function apcaText(contrast: number | null): string {
  if (contrast === null) return '–';
  const strength = Math.abs(contrast);
  const use =
    strength >= 75
      ? t('running text')
      : strength >= 60
        ? t('text')
        : strength >= 45
          ? t('large text only')
          : t('unreadable');
  return t('Lc {strength, number} {use}', { strength: Math.floor(strength), use });
}
