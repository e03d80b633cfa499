import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** Colours are chosen for at least 4.5:1 between text and ground in both schemes. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  // Served by us; until it is there, and for Korean, the system's own.
  fontFamily:
    "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Noto Sans Mono', monospace",
  respectReducedMotion: true,
  focusRing: 'auto',
  colors: {
    sea: ['#ebf5fa', '#d5e8f1', '#a8d0e2', '#79b7d3', '#55a3c6', '#3c95bd', '#237ca6', '#0f6489', '#0c5473', '#07415b'],
    dark: [
      '#e3e9ee',
      '#c9d3dc',
      '#a3b1bd',
      '#8c9ba7',
      '#46535f',
      '#34404a',
      '#222b33',
      '#181f26',
      '#12171c',
      '#0c1014',
    ],
  },
});

export const colourVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#52616d',
    '--mantine-color-placeholder': '#62717d',
    '--mantine-color-error': '#a31b12',
  },
  dark: {
    '--mantine-color-dimmed': '#a3b1bd',
    '--mantine-color-placeholder': '#93a2ae',
    '--mantine-color-error': '#ffb0a8',
  },
});
