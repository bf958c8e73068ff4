import type { Random } from '../database/random';

/** The sign-in branding of an organization as kept in `public_metadata.branding`; colours are `#rrggbb`. */
export type Branding = {
  readonly primaryColor: string;
  readonly backgroundColor: string;
  readonly textColor: string;
  readonly displayName: string;
  readonly signInTitle: string;
  readonly tagline: string;
  readonly supportEmail: string;
};

const palettes = [
  ['#0f62fe', '#ffffff', '#161616'],
  ['#0b7a75', '#f7fbfa', '#12211f'],
  ['#8a3ffc', '#fbf9ff', '#1c1330'],
  ['#b4510e', '#fffaf5', '#2b1a0e'],
  ['#1f2937', '#f9fafb', '#111827'],
  ['#7cc4fa', '#0b1220', '#e6edf6'],
  ['#d12771', '#fff7fb', '#2d0b1c'],
  ['#e0b400', '#14110a', '#f5efdc'],
] as const;

const taglines = [
  'One place for every order.',
  'Work that keeps moving.',
  'Your team, in step.',
  'Clear numbers, calm days.',
  'Built for people who ship.',
  'Everything your site needs.',
];

/** Picks a branding for an organization. */
export const planBranding = (name: string, slug: string, random: Random): Branding => {
  const [primaryColor, backgroundColor, textColor] = random.pick(palettes);
  return {
    primaryColor,
    backgroundColor,
    textColor,
    displayName: name,
    signInTitle: `Sign in to ${name}`,
    tagline: random.pick(taglines),
    supportEmail: `support@${slug}.example`,
  };
};
