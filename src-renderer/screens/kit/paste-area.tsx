import { Textarea } from '@mantine/core';
import type { Draft } from '@renderer/drafts/use-draft';

interface PasteAreaProps {
  readonly draft: Draft;
  readonly label: string;
  readonly description: string | undefined;
}

/** Where many lines are typed or pasted, that each become something; what stands there outlives a crash. */
export const PasteArea = ({ draft, label, description }: PasteAreaProps) => (
  <Textarea
    label={label}
    description={description}
    size="xs"
    autosize
    minRows={4}
    maxRows={8}
    required
    data-autofocus
    spellCheck={false}
    value={draft.value ?? ''}
    onChange={(event) => draft.change(event.currentTarget.value)}
  />
);
