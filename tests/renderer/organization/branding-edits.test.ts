import {
  brandingDrafts,
  changedPaths,
  faultsOf,
  movedPaths,
  shownBranding,
} from '@renderer/screens/organization/branding/branding-edits';
import { addressesIn } from '@renderer/screens/organization/invitations/addresses-in';
import { blankRecord } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import { computedFields } from '@shared/domain/records/computed';
import type { Organization } from '@shared/domain/records/record-map';
import { describe, expect, it } from 'vitest';

const id = RecordId.parse('org_1');
const blank = blankRecord('organization', id, 0);
const visible = {
  ...blank,
  branding: { ...blank.branding, tagline: 'Old', primaryColor: '#222222' },
};
const record: Organization = {
  ...visible,
  ...computedFields('organization', visible, { verb: 'update', fields: ['branding.primaryColor'] }),
  id,
  state: 'pending',
  staged: { verb: 'update', fields: ['branding.primaryColor'] },
  server: { 'branding.primaryColor': '#111111' },
  sync: { hash: 'h', sweep: 1, fetchedAt: 1 },
};

describe('edits of a branding', () => {
  it('are those fields that differ from what is shown, blanks around them aside', () => {
    const typed = { 'branding.tagline': ' Old ', 'branding.displayName': 'Acme', logo: '' };
    expect(changedPaths(record, typed)).toEqual(['branding.displayName']);
  });

  it('have the service’s value as their base, not the one staged before', () => {
    const typed = { 'branding.primaryColor': '#333333', 'branding.tagline': '' };
    expect(brandingDrafts(record, typed, {}).map(({ action }) => action)).toEqual([
      { verb: 'update', field: 'branding.primaryColor', value: '#333333', base: '#111111' },
      { verb: 'update', field: 'branding.tagline', value: '', base: 'Old' },
    ]);
  });

  it('keep the base that was seen when typing began, and tell that the service has moved', () => {
    const bases = { 'branding.tagline': 'Older', 'branding.primaryColor': '#111111' };
    const [draft] = brandingDrafts(record, { 'branding.tagline': 'New' }, bases);
    expect(draft?.action).toMatchObject({ base: 'Older', value: 'New' });
    expect(movedPaths(record, bases)).toEqual(['branding.tagline']);
  });

  it('are told wrong by field', () => {
    const faults = faultsOf({
      'branding.textColor': 'navy',
      'branding.supportEmail': 'help',
      'branding.tagline': 'x',
    });
    expect(Object.keys(faults)).toEqual(['branding.textColor', 'branding.supportEmail']);
    expect(faults['branding.textColor']).toMatch(/^Text colour must be a colour/);
  });

  it('are what the preview shows, over what is there', () => {
    expect(shownBranding(record, { 'branding.tagline': 'New' })).toMatchObject({
      tagline: 'New',
      primaryColor: '#222222',
    });
  });
});

describe('addresses typed for an invitation', () => {
  it('are parted by commas, semicolons, blanks and lines, each once', () => {
    expect(addressesIn(' a@x.io, b@x.io;A@x.io\n\nc@x.io ')).toEqual(['A@x.io', 'b@x.io', 'c@x.io']);
  });
});
