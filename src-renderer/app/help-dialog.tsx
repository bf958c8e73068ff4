import { Modal } from '@mantine/core';
import { useOverlays } from '@renderer/state/use-overlays';
import { useWorkspace } from '@renderer/state/use-session';
import { Kbd } from '@renderer/ui/kbd';
import classes from './help-dialog.module.css';
import { screensOf } from './screens';

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

const inChanges: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl Enter', 'Review, next conflict, apply'],
  ['N', 'Next conflict to decide'],
  ['1', 'Mine'],
  ['2', 'Theirs'],
  ['3', 'Another value'],
  ['4', 'Leave for now'],
  ['Space', 'Take in or leave out'],
  ['Delete', 'Withdraw'],
];

/** Every shortcut, on `?`. */
export function HelpDialog() {
  const { help, setHelp } = useOverlays();
  const workspace = useWorkspace();
  const going = screensOf(workspace?.scenario).flatMap(({ title, letter }) =>
    letter === null ? [] : [[`G ${letter.toUpperCase()}`, title] as const],
  );
  const lists = [
    ['Anywhere', general],
    ['Go to', going],
    ['In Changes', inChanges],
  ] as const;
  return (
    <Modal
      opened={help}
      onClose={() => setHelp(false)}
      title="Keyboard"
      size={860}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.columns}>
        {lists.map(([title, list]) => (
          <section key={title} aria-label={title}>
            <h3 className={classes.heading}>{title}</h3>
            <dl>
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
          </section>
        ))}
      </div>
    </Modal>
  );
}
