// @ts-nocheck: survey-core and survey-react-ui are installed by the benchmark, not by the project.

// Our conversation as a survey builder's user would write it: the same questions, a page each, to the same API.

import 'survey-core/survey-core.fontless.min.css'
import 'survey-core/i18n/vietnamese'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { v7 } from 'uuid'
import { toCrockford } from '../../../src/lib/crockford.ts'
import questions from './questions.json'

const counter = location.pathname.split('/').at(-1)
const headers = { apikey: import.meta.env.VITE_SUPABASE_ANON_KEY, 'content-type': 'application/json' }

async function call(name, args) {
  const response = await fetch(`/rest/v1/rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(args) })
  if (!response.ok) throw new Error((await response.json()).message)
}

const survey = new Model(questions)

// The faces do not wait for the counter's procedures, which are asked for on the second page.
fetch(`/rest/v1/rpc/counter_page?code=${counter}`, { headers })
  .then(response => response.json())
  .then(({ procedures }) => {
    survey.getQuestionByName('procedure').choices = procedures.map(({ code, name }) => ({ value: code, text: name }))
  })

survey.onValueChanged.add((_, { name }) => {
  if (name === 'score') performance.mark('stored')
})

survey.onComplete.add(async (_, { showSaveInProgress, showSaveSuccess, showSaveError }) => {
  const { score, procedure = null, ...details } = survey.data
  const receipt = toCrockford(crypto.getRandomValues(new Uint8Array(12)))
  const rating = { id: v7(), counter, score, procedure, receipt, rated_at: new Date().toISOString(), language: 'vi' }
  showSaveInProgress()
  try {
    await call('submit_rating', rating)
    if (Object.keys(details).length > 0) await call('add_details', { receipt, details })
    showSaveSuccess()
  } catch {
    showSaveError()
  }
})

createRoot(document.getElementById('root')).render(createElement(Survey, { model: survey }))
