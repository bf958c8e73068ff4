import { Button, TextInput } from '@mantine/core';
import { ImageField } from '@renderer/screens/shared/image-field';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { withdraw } from '@renderer/state/withdraw';
import { type BrandLook, brandLook } from '@renderer/ui/brand/brand-look';
import { ContrastBadge } from '@renderer/ui/brand/contrast-badge';
import type { EditableField } from '@shared/domain/editable-fields';
import type { Intent } from '@shared/domain/intent';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import type { FormEvent } from 'react';
import { shownBranding, shownValue } from './branding-edits';
import { colorFields, textFields } from './branding-fields';
import classes from './branding-form.module.css';
import { ColorField } from './color-field';
import { FieldNote, type FieldStatus } from './field-note';
import type { BrandingForm as Form } from './use-branding-form';

interface BrandingFormProps {
  readonly record: Organization;
  readonly openIntents: readonly Intent[];
  readonly form: Form;
}

const fallbacks: Readonly<Record<string, 'primary' | 'background' | 'text'>> = {
  'branding.primaryColor': 'primary',
  'branding.backgroundColor': 'background',
  'branding.textColor': 'text',
};

/** Texts, colours and logo; all of it is staged as one undo group. */
export function BrandingForm({ record, openIntents, form }: BrandingFormProps) {
  const { typed, changed, faults, change } = form;
  const look = brandLook(record.name, shownBranding(record, typed), '');
  const placeholders: Readonly<Record<string, string>> = {
    'branding.displayName': record.name,
    'branding.signInTitle': t('Sign in to {name}', { name: look.name }),
    'branding.tagline': t('One line under the title'),
    'branding.supportEmail': 'support@example.com',
  };
  const statusOf = ({ path, label }: EditableField): FieldStatus => {
    const server = replacedValue(record, path);
    const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === path);
    return {
      label,
      server: server === undefined ? undefined : String(server),
      moved: form.moved.includes(path) ? String(serverValue(record, path)) : undefined,
      rejection: form.rejections[path],
      onUndo:
        own.length === 0
          ? undefined
          : () => void withdraw(own, t('{label} of {name}', { label, name: record.name })),
    };
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void form.submit();
  };
  const logo = statusOf({ path: 'logo', label: t('Logo'), kind: 'image', create: false });
  const faulty = changed.some((path) => faults[path] !== undefined);
  return (
    <form
      className={classes.form}
      aria-label={t('Branding of {name}', { name: record.name })}
      onSubmit={submit}
    >
      <ImageField
        label={t('Logo')}
        value={shownValue(record, typed, 'logo')}
        staged={logo.server !== undefined}
        rejection={logo.rejection}
        onChange={(value) => change('logo', value)}
        onUndo={logo.onUndo}
      />
      <div className={classes.texts}>
        {textFields.map((field) => (
          <div key={field.path} data-staged={statusOf(field).server !== undefined || undefined}>
            <TextInput
              label={field.label}
              type={field.kind === 'email' ? 'email' : 'text'}
              value={shownValue(record, typed, field.path)}
              placeholder={placeholders[field.path]}
              error={faults[field.path]}
              maxLength={256}
              onChange={(event) => change(field.path, event.currentTarget.value)}
            />
            <FieldNote {...statusOf(field)} />
          </div>
        ))}
      </div>
      <div className={classes.colors}>
        {colorFields.map((field) => (
          <ColorField
            key={field.path}
            {...statusOf(field)}
            value={shownValue(record, typed, field.path)}
            fallback={look[fallbacks[field.path] ?? 'primary']}
            fault={faults[field.path]}
            verdict={<ColorVerdict path={field.path} look={look} />}
            onChange={(value) => change(field.path, value)}
          />
        ))}
      </div>
      <div className={classes.actions}>
        <Button type="submit" disabled={changed.length === 0 || faulty}>
          {changed.length === 0
            ? t('Nothing to stage')
            : t('Stage {count, plural, one {# change} other {# changes}}', { count: changed.length })}
        </Button>
        {changed.length > 0 && (
          <Button variant="default" onClick={() => form.discard()}>
            {t('Discard')}
          </Button>
        )}
        <span className={classes.note} role="status">
          {form.restored && changed.length > 0 && t('Restored: you had typed this and not staged it.')}
        </span>
      </div>
    </form>
  );
}

/** How a colour is read: text on the background, links on it, and the label on a button. */
function ColorVerdict({ path, look }: { readonly path: string; readonly look: BrandLook }) {
  if (path === 'branding.textColor')
    return <Pair name={t('On background')} foreground={look.text} background={look.background} />;
  if (path === 'branding.backgroundColor')
    return <Pair name={t('Under text')} foreground={look.text} background={look.background} />;
  return (
    <>
      <Pair name={t('As link')} foreground={look.primary} background={look.background} />
      <Pair name={t('Under its label')} foreground={look.onPrimary} background={look.primary} />
    </>
  );
}

function Pair({
  name,
  foreground,
  background,
}: {
  readonly name: string;
  readonly foreground: string;
  readonly background: string;
}) {
  return (
    <span className={classes.pair}>
      {name}
      <ContrastBadge foreground={foreground} background={background} />
    </span>
  );
}
