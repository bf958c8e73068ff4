import { type BrandLook, brandLook } from '@renderer/ui/brand/brand-look';
import { readField } from '@shared/domain/field-path';
import type { RemoteApplication } from '@shared/domain/records/record-map';

/** What an application's own pages are drawn with, as its config says; `logo`: the one that is staged, '' where none is. */
export function applicationLook({ name, config }: RemoteApplication, logo: string): BrandLook {
  const text = (key: string): string => {
    const value = readField(config, `branding.${key}`);
    return typeof value === 'string' ? value : '';
  };
  const branding = {
    displayName: text('application_name'),
    signInTitle: text('sign_in_title'),
    tagline: text('sign_in_subtitle'),
    primaryColor: text('primary_color'),
    backgroundColor: text('background_color'),
    textColor: text('text_color'),
    supportEmail: text('support_email'),
  };
  return { ...brandLook(name, branding, logo), terms: text('terms_url') !== '' };
}
