import { queryOptions } from '@tanstack/react-query'
import { localDay } from '../lib/dates/day'
import type { Tables } from './database-types'
import { tableRows } from './public-api'

export type Procedure = Tables<'procedures'>
export type Field = Tables<'fields'>
export type ProcedureWithField = Procedure & { fields: Pick<Field, 'name'> | null }
type Name = Pick<Procedure, 'code' | 'name' | 'field_code'>

/** Enough to find one: the full catalogue of a province is long. */
export const procedureNames = queryOptions({
  queryKey: ['procedures'],
  queryFn: () => tableRows<'procedures', Name>('procedures', { select: 'code,name,field_code', order: 'code' }),
})

export const fields = queryOptions({
  queryKey: ['fields'],
  queryFn: () => tableRows('fields', { order: 'code' }),
})

/** What a list of them says of each. */
export type ListedProcedure = Pick<
  Procedure,
  | 'code'
  | 'name'
  | 'field_code'
  | 'level'
  | 'counter_days'
  | 'online_days'
  | 'post_days'
  | 'days_unit'
  | 'fee'
  | 'valid_to'
>

export const procedureList = queryOptions({
  queryKey: ['procedures', 'list'],
  queryFn: () =>
    tableRows<'procedures', ListedProcedure>('procedures', {
      select: 'code,name,field_code,level,counter_days,online_days,post_days,days_unit,fee,valid_to',
      order: 'code',
    }),
})

/** One procedure with the name of its field; null if there is none with this code. */
export const procedureByCode = (code: string) =>
  queryOptions({
    queryKey: ['procedures', code],
    queryFn: async () => {
      const asked = { select: '*,fields!procedures_field_code_fkey(name)', code: `eq.${code}`, order: 'code' }
      const [found] = await tableRows<'procedures', ProcedureWithField>('procedures', asked)
      return found ?? null
    },
  })

const stillOffered = () => ({ or: `(closed_on.is.null,closed_on.gte.${localDay()})` })

/** The procedures that an office offers today. */
export const proceduresOffered = (office: string) =>
  queryOptions({
    queryKey: ['offerings', 'procedures', office],
    queryFn: () =>
      tableRows<'offerings', { procedures: Pick<Procedure, 'code' | 'name'> }>('offerings', {
        select: 'procedures!inner(code,name)',
        office_code: `eq.${office}`,
        ...stillOffered(),
        order: 'procedure_code',
      }),
  })

/** The offices that offer a procedure today. */
export const officesOffering = (procedure: string) =>
  queryOptions({
    queryKey: ['offerings', 'offices', procedure],
    queryFn: () =>
      tableRows<'offerings', Pick<Tables<'offerings'>, 'office_code' | 'channels'>>('offerings', {
        select: 'office_code,channels',
        procedure_code: `eq.${procedure}`,
        ...stillOffered(),
        order: 'office_code',
      }),
  })

/** The whole catalogue, with what has ended. */
export const catalogue = queryOptions({
  queryKey: ['procedures', 'whole'],
  queryFn: () => tableRows('procedures', { order: 'code' }),
})

/** Everything that an office offers or has offered. */
export const offerings = (office: string) =>
  queryOptions({
    queryKey: ['offerings', 'all', office],
    queryFn: () => tableRows('offerings', { office_code: `eq.${office}`, order: 'procedure_code' }),
  })
