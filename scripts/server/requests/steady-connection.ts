// PGlite has one connection for everybody, so what one request leaves behind on it the next one finds.

import type { PGlite } from '@electric-sql/pglite'

type Serializer = PGlite['serializers'][number]

const asText =
  (serialize: Serializer): Serializer =>
  value => {
    // Its texts refuse a switch, which PostgREST gives to any argument as true or false.
    const sent: unknown = typeof value === 'boolean' ? String(value) : serialize(value)
    return typeof sent === 'string' || sent === null || ArrayBuffer.isView(sent) ? (sent as string) : `${sent}`
  }

/**
 * Has every value sent as a text, for the database to refuse. PGlite hands a number on as it is where a list is wanted,
 * and fails when it has written half of a message: that half stands before the next messages, which fail too. So a
 * request could not end its transaction, and all requests after it would find themselves in it, refused.
 */
export function keepSteady(driver: Pick<PGlite, 'serializers'>) {
  driver.serializers = new Proxy(driver.serializers, {
    get: (known, type) => {
      const serialize: Serializer | undefined = Reflect.get(known, type)
      return serialize && asText(serialize)
    },
  })
}
