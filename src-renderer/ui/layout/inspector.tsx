import { ActionIcon, Tooltip } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { t } from '@shared/language/t';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { InInspector, useCommandTarget } from '../controls/command-target';
import classes from './inspector.module.css';
import { ResizeHandle } from './resize-handle';

/** px. */
const leastWidth = 264;
const mostWidth = 640;
/** Until somebody draws at its edge. A wide window has room for whole addresses. */
const firstWidth = { usual: 332, wide: 420 } as const;

const opened = '[data-mantine-stop-propagation="true"]';

interface InspectorProps {
  /** What it shows: `Acme Robotics`. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly avatar?: ReactNode;
  readonly marks?: ReactNode;
  /** Buttons under the title. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The selected thing, edited in place. Escape closes it. */
export function Inspector({ title, subtitle, avatar, marks, actions, onClose, children }: InspectorProps) {
  const [chosen, setWidth] = useLocalStorage<number | null>({
    key: 'tenantry-inspector-width',
    defaultValue: null,
  });
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const width = chosen ?? (wide ? firstWidth.wide : firstWidth.usual);
  useCommandTarget('close', onClose);
  return (
    <aside
      className={classes.inspector}
      aria-label={t('Inspector: {title}', { title })}
      data-inspector
      style={{ width }}
      onKeyDown={(event) => {
        // A dialog that was opened from it lies elsewhere: its keys are its own.
        const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || !inside) return;
        event.stopPropagation();
        // An open list of choices takes its Escape itself, and says so as Mantine's dialogs read it.
        if (event.target instanceof Element && event.target.matches(opened)) return;
        onClose();
      }}
    >
      <ResizeHandle
        label={t('Width of the inspector')}
        width={width}
        least={leastWidth}
        most={mostWidth}
        onWidth={setWidth}
      />
      <header className={classes.header}>
        {avatar}
        <div className={classes.heading}>
          <h2 className={classes.title}>{title}</h2>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        <Tooltip label={t('Close (Esc)')}>
          <ActionIcon aria-label={t('Close inspector')} onClick={onClose}>
            <X size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </header>
      {marks && <div className={classes.marks}>{marks}</div>}
      <InInspector value>
        {actions && <div className={classes.actions}>{actions}</div>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key, also where nothing in it can be pressed */}
        <div className={classes.body} tabIndex={0}>
          {children}
        </div>
      </InInspector>
    </aside>
  );
}
