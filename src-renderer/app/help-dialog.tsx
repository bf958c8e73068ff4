import { Modal } from '@mantine/core';
import { useOverlays } from '@renderer/state/use-overlays';
import { Kbd } from '@renderer/ui/kbd';
import classes from './help-dialog.module.css';
import { screens } from './screens';

const general: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl K', 'Command palette'],
  ['/', 'Filter the table'],
  ['J K', 'Next, previous row (arrows too)'],
  ['Space', 'Select the row; Shift and arrows extend'],
  ['Enter', 'Open the row'],
  ['O', 'Go to its page, or to the record of an entry'],
  ['1 … 6', 'Tabs of an organization’s page'],
  ['E', 'Edit what is open'],
  ['U', 'Undo the last staged change (Ctrl Z too)'],
  ['Ctrl Shift Z', 'Stage it again'],
  ['Ctrl Enter', 'Review changes; there: the next step'],
  ['Esc', 'Close, or clear the selection'],
];

/** Every shortcut, on `?`. */
export function HelpDialog() {
  const { help, setHelp } = useOverlays();
  const going = screens.flatMap(({ title, letter }) =>
    letter === null ? [] : [[`G ${letter.toUpperCase()}`, title] as const],
  );
  return (
    <Modal
      opened={help}
      onClose={() => setHelp(false)}
      title="Keyboard"
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.columns}>
        {[general, going].map((list) => (
          <dl key={list[0]?.[0]} className={classes.list}>
            {list.map(([keys, what]) => (
              <div key={keys} className={classes.item}>
                <dt>
                  <Kbd keys={keys} />
                  <span className="visually-hidden">{keys}</span>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </Modal>
  );
}
