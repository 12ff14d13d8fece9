import localFont from 'next/font/local'

// Be Vietnam Pro, its Latin and Vietnamese letters in one file for each weight: offered apart, as the usual
// packages have them, nearly every Vietnamese word is set in two fonts, and a telephone lays the first page
// out in twice the time. Fetched ahead and shown only if it is there at the first paint: text that jumps into
// another face while it is read is worse than a page in the face of the phone (CLS 0.13 with 'swap').
const beVietnamPro = localFont({
  src: [
    { path: './fonts/be-vietnam-pro-400.woff2', weight: '400' },
    { path: './fonts/be-vietnam-pro-600.woff2', weight: '600' },
  ],
  variable: '--font-screen',
  display: 'optional',
})

/** The class name that gives the page its type, for the root element. */
export const fontVariables = beVietnamPro.variable
