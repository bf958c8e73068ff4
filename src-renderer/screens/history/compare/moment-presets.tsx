import { Button } from '@mantine/core';
import type { Preset } from './moments';

interface MomentPresetsProps {
  readonly presets: readonly Preset[];
  /** The moment that is shown; undefined when none of them is. */
  readonly at: number | undefined;
  /** Other words for some of them. */
  readonly words?: Readonly<Record<string, string>>;
  readonly onChoose: (at: number) => void;
}

/** The moments that are asked for most, one press each. */
export function MomentPresets({ presets, at, words = {}, onChoose }: MomentPresetsProps) {
  return presets.map((preset) => (
    <Button
      key={preset.value}
      variant={at === preset.at ? 'light' : 'default'}
      onClick={() => onChoose(preset.at)}
    >
      {words[preset.value] ?? preset.label}
    </Button>
  ));
}
