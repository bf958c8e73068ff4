import { contrastRatio, parseHex } from './contrast';

/** How well a branding can be read. `poor`: text under 4.5 to 1, or a primary colour under 3 to 1 on the background. */
export const brandVerdicts = ['unset', 'poor', 'good'] as const;
export type BrandVerdict = (typeof brandVerdicts)[number];

/** Least contrast of text, and of a control against what is around it (WCAG 2.2, 1.4.3 and 1.4.11). */
const leastText = 4.5;
const leastControl = 3;

/** Stands for the application's own branding, which the Backend API does not tell. */
const applicationColors = { primary: '#2f3037', background: '#ffffff', text: '#212126' } as const;

interface BrandColors {
  readonly primaryColor: string;
  readonly backgroundColor: string;
  readonly textColor: string;
}

const colorOr = (color: string, fallback: string): string => (parseHex(color) === null ? fallback : color);

/** The colours that a visitor sees: those that are not set, or are none, are the application's. */
export const shownColors = ({ primaryColor, backgroundColor, textColor }: BrandColors) => ({
  primary: colorOr(primaryColor, applicationColors.primary),
  background: colorOr(backgroundColor, applicationColors.background),
  text: colorOr(textColor, applicationColors.text),
});

/** Contrasts by colours: few organizations have colours of their own, and a first sync judges every one of them. */
const judged = new Map<string, { readonly ofText: number; readonly ofPrimary: number }>();
const mostJudged = 2_000;

function contrastsOf(colors: BrandColors) {
  const key = `${colors.primaryColor} ${colors.backgroundColor} ${colors.textColor}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  const { primary, background, text } = shownColors(colors);
  const contrasts = {
    ofText: contrastRatio(text, background) ?? 0,
    ofPrimary: contrastRatio(primary, background) ?? 0,
  };
  if (judged.size >= mostJudged) judged.clear();
  judged.set(key, contrasts);
  return contrasts;
}

/** Two decimals, cut and not rounded: 4.499 is not 4.5 (WCAG 2.2, Understanding 1.4.3). */
const cut = (ratio: number): number => Math.floor(ratio * 100) / 100;

/** Whether an organization is branded, and how its colours are read. */
export function brandFigures(branding: BrandColors, logo: string) {
  const { ofText, ofPrimary } = contrastsOf(branding);
  const branded = Object.values(branding).some((value) => value !== '');
  const readable = ofText >= leastText && ofPrimary >= leastControl;
  const brandVerdict: BrandVerdict = branded ? (readable ? 'good' : 'poor') : 'unset';
  return {
    brandVerdict,
    /** Text on the background. */
    textContrast: cut(ofText),
    /** The primary colour (links, the button's edge) on the background. */
    primaryContrast: cut(ofPrimary),
    hasLogo: logo !== '',
  };
}
