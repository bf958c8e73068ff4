import type { Branding } from '@shared/domain/records/record-map';
import { brandLook } from './brand-look';
import { contrastRatio } from './contrast-ratio';

/** How well a branding can be read. `poor`: text under 4.5 to 1, or a primary colour under 3 to 1 on the background. */
export interface BrandVerdict {
  readonly kind: 'unset' | 'poor' | 'good';
  /** Text on the background. */
  readonly text: number;
  /** The primary colour (links, the button's edge) on the background. */
  readonly primary: number;
}

/** Least contrast of text, and of a control against what is around it (WCAG 2.2, 1.4.3 and 1.4.11). */
const leastText = 4.5;
const leastControl = 3;

export function isBranded(branding: Branding): boolean {
  return Object.values(branding).some((value) => value !== '');
}

/** Judges the colours that a visitor sees: those that are not set are the application's. */
export function brandVerdict(branding: Branding): BrandVerdict {
  const look = brandLook('', branding, '');
  const text = contrastRatio(look.text, look.background) ?? 0;
  const primary = contrastRatio(look.primary, look.background) ?? 0;
  if (!isBranded(branding)) return { kind: 'unset', text, primary };
  return { kind: text < leastText || primary < leastControl ? 'poor' : 'good', text, primary };
}
