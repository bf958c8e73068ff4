import { brandLook, inkOn } from '@renderer/ui/brand/brand-look';
import { noBranding } from '@shared/domain/blank-record';
import { contrastRatio } from '@shared/domain/figures/contrast';
import type { Branding } from '@shared/domain/records/record-map';
import { describe, expect, it } from 'vitest';

const branded = (parts: Partial<Branding>): Branding => ({ ...noBranding, ...parts });

describe('the look of a page', () => {
  it('falls back to the organization’s name and to a title made of it', () => {
    expect(brandLook('Acme', noBranding, '')).toMatchObject({ name: 'Acme', signInTitle: 'Sign in to Acme' });
    expect(brandLook('Acme', branded({ displayName: ' Acme Inc ' }), '').signInTitle).toBe(
      'Sign in to Acme Inc',
    );
  });

  it('shows a staged logo, and only says that there is one on the service', () => {
    const png = 'data:image/png;base64,AA==';
    expect(brandLook('Acme', noBranding, png)).toMatchObject({ logo: png, logoElsewhere: false });
    expect(brandLook('Acme', noBranding, 'https://img.example/a.png')).toMatchObject({
      logo: '',
      logoElsewhere: true,
    });
  });

  it.each(['#000000', '#ffffff', '#e0b400', '#0f62fe', '#7cc4fa', '#808080', '#767676', '#b4510e'])(
    'writes on %s with an ink of at least 4.5 to 1',
    (color) => {
      expect(contrastRatio(inkOn(color), color)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
