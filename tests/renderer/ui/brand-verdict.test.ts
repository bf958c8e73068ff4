import { brandLook, inkOn } from '@renderer/ui/brand/brand-look';
import { brandVerdict } from '@renderer/ui/brand/brand-verdict';
import { contrastRatio } from '@renderer/ui/brand/contrast-ratio';
import { noBranding } from '@shared/domain/blank-record';
import type { Branding } from '@shared/domain/records/record-map';
import { describe, expect, it } from 'vitest';

const branded = (parts: Partial<Branding>): Branding => ({ ...noBranding, ...parts });

describe('the verdict on a branding', () => {
  it.each<[string, Partial<Branding>, string]>([
    ['nothing set', {}, 'unset'],
    ['a name only, so that the colours are the application’s', { displayName: 'Acme' }, 'good'],
    ['grey text on white', { textColor: '#8a8a8a' }, 'poor'],
    ['text just readable', { textColor: '#767676' }, 'good'],
    ['a yellow link on white', { primaryColor: '#e0b400' }, 'poor'],
    [
      'the same yellow on black',
      { primaryColor: '#e0b400', backgroundColor: '#000', textColor: '#fff' },
      'good',
    ],
    ['dark text left on a dark background', { backgroundColor: '#111' }, 'poor'],
    ['a colour that is none: the application’s applies', { textColor: 'red' }, 'good'],
  ])('%s', (_, parts, kind) => {
    expect(brandVerdict(branded(parts)).kind).toBe(kind);
  });
});

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
