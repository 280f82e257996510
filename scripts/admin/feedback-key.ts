// npm run feedback-key: a pair of keys for petitions, for a server that this copy does not start.

import { makeFeedbackKey } from '../server/requests/feedback-key.ts'

const { publicKey, secretKey } = makeFeedbackKey()

console.log(`FEEDBACK_KEY=${secretKey}

-- The line above opens petitions: keep it in the environment of the server (PGRST_APP_SETTINGS_FEEDBACK_KEY for PostgREST,
-- a secret named feedback_key in Supabase Vault), with the older ones after it and blanks between them, and a copy where
-- the database is not. Without it nobody reads a petition again. The line below seals them; run it once, as the owner:

select public.set_feedback_key('${publicKey}');`)
