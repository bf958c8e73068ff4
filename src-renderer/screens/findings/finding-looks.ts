import { formatCount } from '@renderer/ui/format/format-count';
import { formatExact } from '@renderer/ui/format/format-time';
import type { MarkLook } from '@renderer/ui/marks/look-mark';
import type { Evidence } from '@shared/domain/findings/finding';
import type { Severity } from '@shared/domain/severity';
import { t } from '@shared/language/t';
import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';

/** How bad something is, by icon, word and colour. */
export const severityLooks: Readonly<Record<Severity, MarkLook>> = {
  critical: { word: t('Critical'), icon: OctagonAlert, tone: 'critical' },
  warning: { word: t('Warning'), icon: TriangleAlert, tone: 'warning' },
  advice: { word: t('Advice'), icon: Info, tone: 'quiet' },
};

/** A value that was seen, as a sentence of two words: `Role: Admin`. */
export function evidenceText({ label, value, time }: Evidence): string {
  return `${label}: ${valueText(value, time)}`;
}

function valueText(value: Evidence['value'], time: boolean): string {
  if (time) return value === 0 || value === null ? t('never') : formatExact(Number(value));
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') return formatCount(value);
  if (value === null) return t('none');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
