import {
  ActionIcon,
  Button,
  Checkbox,
  ColorSwatch,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Select,
  Tooltip,
} from '@mantine/core';

/** The accent at every shade: the light and dark values live in `styles/tokens.css`. */
const accent: MantineColorsTuple = [
  'var(--accent-soft)',
  'var(--accent-soft)',
  'var(--accent-soft)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent-hover)',
  'var(--accent-hover)',
  'var(--accent-text)',
];

const motion = { transition: 'fade', duration: 120 } as const;

/** Mantine, made dense: 28 px controls, 13 px text, hairlines, short fades, no scroll lock (it would inject a style). */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs' },
      vars: (_, { variant = 'filled', color }) => ({
        root: {
          '--button-height': '28px',
          '--button-fz': 'var(--fs-13)',
          '--button-padding-x': '10px',
          // White on the accent is too faint in the dark theme.
          ...(variant === 'filled' && color === undefined ? { '--button-color': 'var(--on-accent)' } : {}),
        },
      }),
      styles: { root: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 26, color: 'gray' } }),
    Input: Input.extend({
      defaultProps: { size: 'xs' },
      vars: () => ({ wrapper: { '--input-height': '28px', '--input-fz': 'var(--fs-13)' } }),
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'xs' },
      styles: { description: { fontSize: 'var(--fs-11)' } },
    }),
    Select: Select.extend({
      defaultProps: { size: 'xs', comboboxProps: { shadow: 'md', transitionProps: motion } },
    }),
    ColorSwatch: ColorSwatch.extend({
      styles: { shadowOverlay: { boxShadow: 'inset 0 0 0 1px var(--edge)' } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: motion, position: 'bottom-start' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: motion } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: motion, withArrow: false } }),
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: motion,
        overlayProps: { opacity: 0.45 },
      },
      styles: { title: { lineHeight: 1.35 } },
    }),
  },
});
