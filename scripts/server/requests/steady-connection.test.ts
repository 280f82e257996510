import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { keepSteady } from './steady-connection.ts'

test('a value that cannot be sent spoils its own transaction and no other', async () => {
  const db = new PGlite()
  await db.exec('create table notes (words text[], day date, kept boolean)')
  keepSteady(db)
  for (const [column, value] of [
    ['words', 10],
    ['words', [{}]],
    ['day', {}],
    ['kept', 'x'],
  ]) {
    await db.query('begin')
    await expect(db.query(`select from notes where ${column} = $1`, [value])).rejects.toThrow()
    await db.query('rollback')
    expect((await db.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  }
  await db.close()
})
