import { fieldLabel } from '@renderer/fields/field-input';
import { TextDifference } from '@renderer/ui/layout/text-difference';
import { type TemplateTexts, textFields } from '@shared/domain/templates/template-texts';
import classes from './texts-difference.module.css';

interface TextsDifferenceProps {
  readonly before: Readonly<Partial<TemplateTexts>>;
  readonly after: Readonly<Partial<TemplateTexts>>;
  readonly titles: readonly [before: string, after: string];
  /** Said where nothing differs. */
  readonly same: string;
}

/** The words of a template, twice: those fields that differ, side by side. */
export function TextsDifference({ before, after, titles, same }: TextsDifferenceProps) {
  const fields = textFields.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
  if (fields.length === 0) return <p className={classes.none}>{same}</p>;
  return (
    <>
      {fields.map((field) => (
        <section key={field} aria-label={fieldLabel('template', field)}>
          <h4 className={classes.field}>{fieldLabel('template', field)}</h4>
          <TextDifference before={before[field] ?? ''} after={after[field] ?? ''} titles={titles} />
        </section>
      ))}
    </>
  );
}
