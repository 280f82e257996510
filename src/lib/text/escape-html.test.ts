import { expect, test } from 'vitest'
import { escapeHtml } from './escape-html.ts'

test('no text opens a tag, ends an attribute or becomes another character', () => {
  expect(escapeHtml('<b title="a">Xã A & B</b> &lt;')).toBe(
    '&lt;b title=&quot;a&quot;&gt;Xã A &amp; B&lt;/b&gt; &amp;lt;',
  )
})
