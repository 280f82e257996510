/**
 * Browsers that may delete what a page has stored: Safari seven days after the last visit, on an iPhone every browser as
 * it does, and the ones inside of other apps whenever the app likes.
 */
const FORGETFUL =
  /iP(hone|ad|od)|Version\/\S+ (Mobile\/\S+ )?Safari\/|; wv\)|Zalo|FBA[NV]|FB_IAB|Instagram|Line\/|MicroMessenger|Viber|WhatsApp|TikTok|musical_ly|BytedanceWebview|Telegram/i

/** What happens to a receipt in this browser; undefined where it is kept. `isInstalled`: Safari keeps what such an app has. */
export function fateOfCode(userAgent: string, isDurable: boolean, isInstalled: boolean) {
  if (!isDurable) return 'not_kept'
  return FORGETFUL.test(userAgent) && !isInstalled ? 'write_down' : undefined
}
