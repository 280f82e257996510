// Which requests are given the private key of petitions: the few functions that open one, for as long as their transaction
// lasts. PostgREST gives it to every request alike (PGRST_APP_SETTINGS_FEEDBACK_KEY); here it need not be so.

import type { App } from '@supabase/lite'
import { setForTransaction, type Transaction } from './transaction-setting.ts'

const opening = ['feedback_status', 'look_at_feedback', 'feedback_texts']

type Connection = {
  applyRpcRequestGucs: (transaction: Transaction, request: { path: string }) => Promise<void>
}

export function giveFeedbackKey(app: App, keys: string) {
  const connection = app.connection as unknown as Connection
  const { applyRpcRequestGucs } = connection
  connection.applyRpcRequestGucs = async (transaction, request) => {
    await applyRpcRequestGucs.call(connection, transaction, request)
    if (opening.includes(request.path.split('/').at(-1) ?? '')) {
      await setForTransaction(transaction, 'app.settings.feedback_key', keys)
    }
  }
}
