import { z } from 'zod';

/**
 * An organization's branding. It lives in the organization's public metadata under the key `branding` (the Backend API
 * has no branding of its own for organizations); the logo goes through `PUT /organizations/{id}/logo`.
 * An empty string means "not set": the application's own branding applies.
 */
export const Branding = z.object({
  displayName: z.string(),
  signInTitle: z.string(),
  tagline: z.string(),
  primaryColor: z.string(),
  backgroundColor: z.string(),
  textColor: z.string(),
  supportEmail: z.string(),
});
export type Branding = z.infer<typeof Branding>;

export const brandingKey = 'branding';

export const noBranding: Branding = {
  displayName: '',
  signInTitle: '',
  tagline: '',
  primaryColor: '',
  backgroundColor: '',
  textColor: '',
  supportEmail: '',
};
