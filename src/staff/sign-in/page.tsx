import { useMutation } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { sendCode, signInWith, staffMe } from '../../data/session'
import { languagesWith } from '../../i18n/catalogues'
import { readDigits } from '../../lib/crockford'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { focusOnMount } from '../../ui/focus'
import { Actions, Fields, TextField } from '../../ui/forms/form-field'
import { LanguageSwitch } from '../../ui/layout/language-switch'
import { HeaderFrame } from '../../ui/layout/office-header'
import { Banner } from '../../ui/messages/banner'
import { ProblemMessage } from '../../ui/messages/problem-message'
import styles from './page.module.css'

/** After so many seconds the server sends another code. */
const WAIT = 60

/** Signing in with a mailed code: first the e-mail address, then the code. */
export function Component() {
  const { t } = useTranslation('staff')
  const [query] = useSearchParams()
  const [email, setEmail] = useState<string>()
  const why = query.get('why')
  return (
    <>
      <title>{`${t('sign_in.title')} · Hài Lòng`}</title>
      <HeaderFrame languages={<LanguageSwitch among={languagesWith('staff')} />} />
      <main id="main" tabIndex={-1} className={styles.page}>
        <h1>{t('sign_in.title')}</h1>
        {(why === 'over' || why === 'out') && (
          <Banner look="wait" icon="clock">
            <p>{t(`sign_in.${why}`)}</p>
          </Banner>
        )}
        {email === undefined ? (
          <Address onSent={setEmail} />
        ) : (
          <Code email={email} onBack={() => setEmail(undefined)} />
        )}
      </main>
    </>
  )
}

function Address({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation('staff')
  const { register, handleSubmit, formState } = useForm<{ email: string }>()
  const sending = useMutation({ mutationFn: sendCode })
  const submit = handleSubmit(async ({ email }) => {
    const address = email.trim()
    await sending.mutateAsync(address).then(
      () => onSent(address),
      () => {},
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <p>{t('sign_in.lead')}</p>
        <SignInProblem error={sending.error} />
        <TextField
          label={t('sign_in.email')}
          hint={t('sign_in.email_hint')}
          error={formState.errors.email && t('refusal.email_malformed')}
          type="email"
          inputMode="email"
          autoComplete="email"
          {...register('email', { required: true, pattern: /^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$/ })}
        />
        <Actions>
          <Button type="submit" isBusy={sending.isPending}>
            {t('sign_in.send')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

const everySecond = (onTick: () => void) => {
  const timer = setInterval(onTick, 1000)
  return () => clearInterval(timer)
}

/** The seconds until another code may be asked for. */
function useCountdown() {
  const [until, setUntil] = useState(() => Date.now() + WAIT * 1000)
  const left = useSyncExternalStore(everySecond, () => Math.max(0, Math.ceil((until - Date.now()) / 1000)))
  return { left, restart: () => setUntil(Date.now() + WAIT * 1000) }
}

function Code({ email, onBack }: { email: string; onBack: () => void }) {
  const { t } = useTranslation('staff')
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const countdown = useCountdown()
  const { register, handleSubmit, formState, setFocus } = useForm<{ code: string }>()
  const sending = useMutation({ mutationFn: sendCode, onSuccess: countdown.restart })
  const entering = useMutation({ mutationFn: (code: string) => enter(email, code) })
  const submit = handleSubmit(async ({ code }) => {
    await entering.mutateAsync(readDigits(code)).then(
      () => navigate(backIn(query), { replace: true }),
      () => setFocus('code'),
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <p ref={focusOnMount} tabIndex={-1} role="status">
          {t('sign_in.sent', { email })}
        </p>
        <SignInProblem error={entering.error ?? sending.error} />
        <TextField
          label={t('sign_in.code')}
          hint={t('sign_in.code_hint')}
          error={formState.errors.code && t('sign_in.code_form')}
          inputMode="numeric"
          autoComplete="one-time-code"
          lang="en"
          autoCorrect="off"
          spellCheck={false}
          {...register('code', { validate: typed => /^\d{6}$/.test(readDigits(typed)) })}
        />
        <Actions>
          <Button type="submit" isBusy={entering.isPending}>
            {t('sign_in.enter')}
          </Button>
          {countdown.left > 0 ? (
            <span>{t('sign_in.wait', { n: countdown.left })}</span>
          ) : (
            <Button look="quiet" onClick={() => sending.mutate(email)}>
              {t('sign_in.again')}
            </Button>
          )}
          <Button look="quiet" onClick={onBack}>
            {t('sign_in.other_address')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

/** Nothing of another person's session is left when this one begins. */
async function enter(email: string, code: string) {
  await signInWith(email, code)
  queryClient.clear()
  await queryClient.fetchQuery(staffMe)
}

function SignInProblem({ error }: { error: Error | null }) {
  if (!error) return null
  return (
    <Banner look="alert" icon="alert">
      <p>
        <ProblemMessage problem={toProblem(error)} />
      </p>
    </Banner>
  )
}

/** Only to staff pages: a link from outside may name any address (open redirect). */
function backIn(query: URLSearchParams) {
  const back = query.get('back') ?? ''
  return /^\/staff(?=$|[/?])/.test(back) && !back.startsWith(paths.staff.signIn()) ? back : paths.staff.home()
}
