import { ColorInput } from '@mantine/core';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import classes from './branding-form.module.css';
import { FieldNote, type FieldStatus } from './field-note';

interface ColorFieldProps extends FieldStatus {
  readonly value: string;
  /** What applies while nothing is set. */
  readonly fallback: string;
  readonly fault: string | undefined;
  /** How it is read against the other colours. */
  readonly verdict: ReactNode;
  readonly onChange: (value: string) => void;
}

const swatches = [
  '#0f62fe',
  '#0b7a75',
  '#156a37',
  '#8a3ffc',
  '#d12771',
  '#b4510e',
  '#1f2937',
  '#161616',
  '#ffffff',
  '#f7fbfa',
];

/** A colour by hex or by picker, with its contrast beside it. */
export function ColorField({ value, fallback, fault, verdict, onChange, ...status }: ColorFieldProps) {
  const { label, server } = status;
  return (
    <div className={classes.color} data-staged={server !== undefined || undefined}>
      <ColorInput
        label={label}
        value={value}
        placeholder={t('Not set')}
        leftSection={value === '' ? <UnsetSwatch color={fallback} /> : undefined}
        format="hex"
        fixOnBlur={false}
        withEyeDropper={false}
        swatches={swatches}
        swatchesPerRow={10}
        error={fault}
        spellCheck={false}
        popoverProps={{ shadow: 'md', position: 'top-start', withinPortal: true }}
        onChange={onChange}
      />
      <span className={classes.verdict}>{verdict}</span>
      <FieldNote {...status} />
    </div>
  );
}

/** What applies while nothing is set: the application's colour, as an outline. */
function UnsetSwatch({ color }: { readonly color: string }) {
  return (
    <span
      className={classes.unset}
      style={{ background: color }}
      title={t('The application’s: {color}', { color })}
    />
  );
}
