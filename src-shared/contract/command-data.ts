import type { CapabilityName } from '../domain/capabilities';

/** Where keys mean something. One key means one thing in a place. */
export type CommandPlace = 'anywhere' | 'table' | 'page' | 'changes' | 'history' | 'reviews';

/** What everyone knows of a command. What it does and its icon are the window's: `src-renderer/app/commands.ts`. */
export interface CommandData {
  readonly title: string;
  readonly at: CommandPlace;
  /** Keys as they are shown: `Ctrl Shift Z`, or `G O` for one after the other. The window takes them. */
  readonly keys?: readonly string[];
  /** In a field, too, where other keys are text. */
  readonly whileTyping?: true;
  /** Its place in the application's menu; a line stands between groups. The menu takes `accelerator` where the window did not. */
  readonly menu?: {
    readonly section: MenuSection;
    readonly group: number;
    readonly accelerator?: string;
    /** Also where no workspace is open, and nothing else applies. */
    readonly always?: true;
  };
  /** Found in the palette. */
  readonly palette?: true;
  /**
   * In the menu of a row of a table, or of an item of a list; `rows`: done to all that are selected, by whoever offers it
   * above the table.
   */
  readonly row?: 'row' | 'rows' | 'item';
  /** Of `rows`: how the palette says it of what is selected: `Ban 3 people…`. */
  readonly chosen?: (what: string) => string;
  /** What the service must have for it; without, it is grey, and says why. */
  readonly needs?: readonly CapabilityName[];
}

export type MenuSection = 'file' | 'go' | 'changes' | 'help';
