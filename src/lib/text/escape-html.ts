/** Escapes text for the place between tags or in a quoted attribute of HTML, XML or SVG. */
export const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
