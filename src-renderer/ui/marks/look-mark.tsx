import type { LucideIcon } from 'lucide-react';
import type { MarkTone } from './mark-kind';
import { TonedMark } from './toned-mark';

/** How something that is told of many is called and looks, everywhere. */
export interface MarkLook {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: MarkTone;
}

interface LookMarkProps {
  readonly look: MarkLook;
  /** Icon only, its word for screen readers and on hover. */
  readonly compact?: boolean;
}

export function LookMark({ look: { word, icon: Icon, tone }, compact = false }: LookMarkProps) {
  return (
    <TonedMark
      tone={tone}
      icon={<Icon size={12} strokeWidth={2.25} aria-hidden />}
      word={word}
      compact={compact}
    />
  );
}
