import { shownColors } from '@shared/domain/figures/branding';
import { contrastRatio } from '@shared/domain/figures/contrast';
import type { Branding } from '@shared/domain/records/record-map';

/** What a page of an organization is drawn with: its branding, and the neutral look of an application where it sets none. */
export interface BrandLook {
  readonly name: string;
  readonly signInTitle: string;
  readonly tagline: string;
  readonly supportEmail: string;
  /** Whether people are told of terms when they sign up. */
  readonly terms: boolean;
  readonly primary: string;
  readonly background: string;
  readonly text: string;
  /** Black or white, whichever is read better on the primary colour. */
  readonly onPrimary: string;
  /** A `data:` URI, or '' when there is none that this window may show. */
  readonly logo: string;
  /** True for a logo on the service: there is one, but this window loads nothing from the network. */
  readonly logoElsewhere: boolean;
}

/** `name`: what the organization is called where the branding has no display name. */
export function brandLook(name: string, branding: Branding, logo: string): BrandLook {
  const shown = branding.displayName.trim() || name;
  const { primary, background, text } = shownColors(branding);
  return {
    name: shown,
    signInTitle: branding.signInTitle.trim() || `Sign in to ${shown}`,
    tagline: branding.tagline.trim(),
    supportEmail: branding.supportEmail.trim(),
    terms: false,
    primary,
    background,
    text,
    onPrimary: inkOn(primary),
    logo: logo.startsWith('data:image/') ? logo : '',
    logoElsewhere: logo !== '' && !logo.startsWith('data:image/'),
  };
}

/** White on a colour where it is read well enough, else whichever of black and white is read better. */
export function inkOn(color: string): string {
  const white = contrastRatio('#ffffff', color) ?? 0;
  const black = contrastRatio('#111111', color) ?? 0;
  return white >= 4.5 || white >= black ? '#ffffff' : '#111111';
}

/** A look on a dark page, where the application leaves that to the service: the brand's colour stays, page and text turn round. */
export function darkLook(look: BrandLook): BrandLook {
  return { ...look, background: '#18191d', text: '#f3f4f6' };
}
