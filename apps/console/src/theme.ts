import {
  Button,
  createTheme,
  Drawer,
  Modal,
  Notification,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Select,
  TextInput,
} from '@mantine/core';
import { say } from './words/words.ts';

const petrol: MantineColorsTuple = [
  '#e8f5f7',
  '#d3e7ea',
  '#a5cfd5',
  '#74b5be',
  '#4c9faa',
  '#33919d',
  '#1f8593',
  '#0e6f7c',
  '#065f6b',
  '#00515c',
];

const dark: MantineColorsTuple = [
  '#d9dee4',
  '#b7bfc9',
  '#97a1ad',
  '#66707c',
  '#3b434d',
  '#2d343c',
  '#20262d',
  '#161b20',
  '#11151a',
  '#0b0e12',
];

/** What lies over the page has the colour of its panels. */
const ON_SURFACE = { content: { background: 'var(--surface)' }, header: { background: 'var(--surface)' } };

/** A header outside of a section is the page's banner, of which there is one: where a dialog asks over another, two heads stand. */
const HEAD = { header: { role: 'presentation' } };

/** Read anew each time: the language may have changed. */
const CLOSE = {
  get 'aria-label'() {
    return say('act.close');
  },
};

export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: `'Inter Variable', system-ui, sans-serif`,
  fontFamilyMonospace: `ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace`,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } }),
    Drawer: Drawer.extend({ defaultProps: { attributes: HEAD }, styles: ON_SURFACE }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: CLOSE } }),
    Modal: Modal.extend({ defaultProps: { attributes: HEAD }, styles: ON_SURFACE }),
  },
});

/** Mantine's own greys are too faint for WCAG AA at this text size. */
export const accessible: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#566069',
    '--mantine-color-placeholder': '#6b757f',
    '--mantine-color-text': '#16202a',
    '--mantine-color-body': '#f6f7f8',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-dimmed': '#a3adb8',
    '--mantine-color-placeholder': '#8d98a4',
    '--mantine-color-body': '#11151a',
    '--mantine-color-error': '#ff8f85',
  },
});
