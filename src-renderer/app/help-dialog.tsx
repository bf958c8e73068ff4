import { Modal } from '@mantine/core';
import { useOverlays } from '@renderer/state/use-overlays';
import { useWorkspace } from '@renderer/state/use-session';
import { Kbd } from '@renderer/ui/controls/kbd';
import { shownKeys } from '@renderer/ui/format/key-name';
import { t } from '@shared/language/t';
import classes from './help-dialog.module.css';
import { HelpMarks } from './help-marks';
import { helpSections } from './help-sections';

/** What the marks mean and every shortcut, on `?` and F1. */
export function HelpDialog() {
  const { help, setHelp } = useOverlays();
  const scenario = useWorkspace()?.scenario;
  return (
    <Modal
      opened={help}
      onClose={() => setHelp(false)}
      title={t('Help and keyboard')}
      size={940}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <HelpMarks />
      <div className={classes.columns}>
        {helpSections(scenario).map(({ title, lines }) => (
          <section key={title} aria-label={title} className={classes.section}>
            <h3 className={classes.heading}>{title}</h3>
            <dl>
              {lines.map(({ id, keys, what }) => (
                <div key={id} className={classes.item}>
                  <dt className={classes.keys}>
                    {keys.map((each) => (
                      <Kbd key={each} keys={each} />
                    ))}
                    <span className="visually-hidden">{keys.map(shownKeys).join(` ${t('or')} `)}</span>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
