import { type EditableField, editableFields } from '@shared/domain/editable-fields';

/** Everything that the branding of an organization is made of, logo included, in the order of the form. */
export const brandingFields: readonly EditableField[] = (editableFields.organization ?? []).filter(
  ({ path }) => path === 'logo' || path.startsWith('branding.'),
);

export const brandingPaths: readonly string[] = brandingFields.map(({ path }) => path);

/** The text and email fields, then the colours. */
export const textFields = brandingFields.filter(({ kind }) => kind === 'text' || kind === 'email');
export const colorFields = brandingFields.filter(({ kind }) => kind === 'color');
