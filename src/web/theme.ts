import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** One colour in every shade: which one shows in light and dark is decided by tokens.css alone. */
const shades = (token: string): MantineColorsTuple => [
  token,
  token,
  token,
  token,
  token,
  token,
  token,
  token,
  token,
  token,
]

const filled = {
  background: 'var(--accent)',
  hover: 'var(--accent-strong)',
  color: 'var(--on-accent)',
  border: '1px solid transparent',
}
const outlined = {
  background: 'var(--paper)',
  hover: 'var(--hover)',
  color: 'var(--ink)',
  border: '1px solid var(--line-strong)',
}
const subtle = {
  background: 'transparent',
  hover: 'var(--hover)',
  color: 'var(--accent)',
  border: '1px solid transparent',
}

/** Three looks only: `filled` for the one primary action, `subtle` for quiet ones, everything else is outlined. */
const variantColorResolver: VariantColorsResolver = ({ variant }) => {
  if (variant === 'filled') return filled
  if (variant === 'subtle' || variant === 'transparent') return subtle
  return outlined
}

export const theme = createTheme({
  colors: { accent: shades('var(--accent)') },
  primaryColor: 'accent',
  primaryShade: 8,
  variantColorResolver,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text-body)',
    md: 'var(--text-body)',
    lg: 'var(--text-section)',
    xl: 'var(--text-title)',
  },
  spacing: {
    xs: 'var(--space-1)',
    sm: 'var(--space-2)',
    md: 'var(--space-3)',
    lg: 'var(--space-4)',
    xl: 'var(--space-6)',
  },
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { variant: 'default' },
      styles: { root: { '--button-height-sm': 'var(--control)', fontWeight: 500, paddingInline: 'var(--space-3)' } },
    },
    Input: { styles: { wrapper: { '--input-height-sm': 'var(--control)', '--input-color': 'var(--ink)' } } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Radio: { defaultProps: { iconColor: 'var(--on-accent)' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'var(--control)' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Badge: { styles: { root: { textTransform: 'none' } } },
  },
})

/** Mantine's own variables, pointed at the tokens: its defaults fail on contrast. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables,
  light: { ...ours, '--mantine-color-gray-4': 'var(--line-strong)' },
  dark: { ...ours, '--mantine-color-dark-4': 'var(--line-strong)', '--mantine-color-dark-6': 'var(--paper)' },
})

const variables = {
  '--mantine-font-weight-medium': '500',
}

const ours = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-error': 'var(--soon)',
  '--mantine-color-success': 'var(--done)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--quiet-tint)',
  '--mantine-color-disabled-color': 'var(--quiet)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-light': 'var(--accent-tint)',
  '--mantine-primary-color-light-hover': 'var(--accent-tint)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
}
