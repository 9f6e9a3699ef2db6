import { theme as antd, type ThemeConfig } from 'antd'

/** Every colour, size and face of the console. Nothing else in the code names a colour. */
export const palette = {
  lacquer: '#8c1d1f', // sơn son: the one strong accent
  lacquerDeep: '#6b1416',
  gold: '#b8872b', // thếp vàng: rules and marks, never text on light ground
  goldBright: '#f0c75e',
  paper: '#f7f5f1', // giấy dó: the ground
  ink: '#231f1c',
} as const

const sans = "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', sans-serif"

/** As this person's system has it when the console opens. Told to the library: what it waits to see moved must not merely be hurried. */
const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches

const shared: ThemeConfig['token'] = {
  motion: moves,
  fontFamily: sans,
  fontSize: 14,
  lineHeight: 1.57,
  borderRadius: 6,
  borderRadiusLG: 10,
  controlHeight: 36,
  controlHeightSM: 28,
  motionDurationMid: '0.14s',
  motionDurationSlow: '0.2s',
  wireframe: false,
}

const light: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: palette.lacquer,
    colorLink: palette.lacquer,
    colorLinkHover: palette.lacquerDeep,
    colorInfo: '#2b5c8a',
    colorSuccess: '#2c6e49',
    colorWarning: '#8f5606',
    colorError: '#b3261e',
    colorTextBase: palette.ink,
    // The words of a gold tag are read on its own ground: 4.6 to 1.
    gold: '#b8860b',
    colorTextSecondary: '#5c554e',
    colorTextTertiary: '#726a62',
    colorTextDescription: '#5c554e',
    colorTextPlaceholder: '#7a7169',
    colorBgLayout: palette.paper,
    colorBorder: '#d6d0c7',
    colorBorderSecondary: '#e8e3da',
    colorSuccessBg: '#e9f3ec',
    colorSuccessBorder: '#b5d4c0',
    colorWarningBg: '#fdf4e1',
    colorWarningBorder: '#ead2a0',
    colorErrorBg: '#fcecea',
    colorErrorBorder: '#eebdb8',
    colorInfoBg: '#e9f0f7',
    colorInfoBorder: '#b9cde0',
    boxShadowTertiary: '0 1px 2px rgb(60 40 20 / 5%)',
  },
  components: {
    Table: {
      headerBg: '#faf8f4',
      headerColor: '#5c554e',
      headerSplitColor: 'transparent',
      rowHoverBg: '#fbf7f1',
      cellPaddingBlock: 11,
      cellPaddingInlineMD: 14,
    },
    Card: { headerFontSize: 15 },
    Tabs: { titleFontSize: 14, horizontalItemPadding: '10px 0' },
    Menu: {
      itemSelectedBg: '#f6e9e4',
      itemSelectedColor: palette.lacquer,
      itemHoverBg: '#f4efe8',
      itemBorderRadius: 6,
      itemHeight: 40,
      activeBarBorderWidth: 0,
    },
    Layout: { siderBg: '#fffdf9', headerBg: '#ffffff', headerPadding: '0 24px', headerHeight: 60 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Tree: { nodeSelectedBg: '#f6e9e4', titleHeight: 32, indentSize: 18 },
  },
}

const dark: ThemeConfig = {
  algorithm: antd.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#c8524d',
    colorLink: '#f09a90',
    colorLinkHover: '#f7b8b0',
    colorBgBase: '#171412',
    colorTextBase: '#f2ede6',
    colorBgLayout: '#12100e',
    colorBgContainer: '#1c1916',
    colorBgElevated: '#24201c',
    colorTextSecondary: '#b9afa4',
    colorTextTertiary: '#a0968b',
    colorTextDescription: '#b9afa4',
    colorTextPlaceholder: '#a0968b',
    colorBorder: '#463f38',
    colorBorderSecondary: '#312c27',
  },
  components: {
    Table: {
      headerBg: '#221e1b',
      headerColor: '#b9afa4',
      headerSplitColor: 'transparent',
      cellPaddingBlock: 11,
      cellPaddingInlineMD: 14,
    },
    Card: { headerFontSize: 15 },
    Tabs: { titleFontSize: 14, horizontalItemPadding: '10px 0' },
    Menu: { itemSelectedBg: '#3a2320', itemSelectedColor: '#f5b3aa', itemBorderRadius: 6, itemHeight: 40 },
    Layout: { siderBg: '#191613', headerBg: '#1c1916', headerPadding: '0 24px', headerHeight: 60 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Tree: { nodeSelectedBg: '#3a2320', titleHeight: 32, indentSize: 18 },
  },
}

export type Mode = 'light' | 'dark'

/** The class that carries the theme's variables; it sits on the document so that our own styles read them too. */
export function themeClass(mode: Mode): string {
  return `thidua-${mode}`
}

export function themeOf(mode: Mode): ThemeConfig {
  return { ...(mode === 'dark' ? dark : light), hashed: false, cssVar: { key: themeClass(mode) } }
}
