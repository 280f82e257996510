// npm run ledger-key -- --name <site>/ledger: a key for the checkpoints of the ledger, for a server that this copy does not start.

import { makeKey, readKey, verifierOf } from '../ledger/note.ts'
import { readArguments, run, UserError } from '../terminal.js'

const { values } = readArguments({ options: { name: { type: 'string' } } })

await run(async () => {
  const line = makeKey(values.name)
  const key = readKey(line)
  if (!key)
    throw new UserError(
      '--name is the address of the site without https://, in small letters, as hailong.angiang.gov.vn/ledger.',
    )
  console.log(`LEDGER_KEY=${line}

-- The line above signs checkpoints: keep it in the environment of whatever signs (npm start, npm run sign-checkpoint), and a
-- copy where the database is not. The lines below everybody may know. Run the first once, as the owner; give the
-- second to witnesses:

select public.set_ledger_key('${key.name}', '${key.publicKey}');
${verifierOf(key.name, key.publicKey)}`)
})
