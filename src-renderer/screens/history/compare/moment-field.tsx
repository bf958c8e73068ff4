import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { fromField, toField } from './moments';

interface MomentFieldProps {
  readonly label: string;
  /** ms since 1970. */
  readonly at: number;
  /** What is known. */
  readonly range: { readonly from: number; readonly to: number };
  readonly onChange: (at: number) => void;
}

/** A moment, to the minute, in the machine's own time; taken when it is whole and within what is known. */
export function MomentField({ label, at, range, onChange }: MomentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      type="datetime-local"
      aria-label={label}
      w={200}
      value={typed ?? toField(at)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const moment = fromField(text);
        setTyped(text);
        if (moment !== null) onChange(Math.min(range.to, Math.max(range.from, moment)));
      }}
    />
  );
}
