import { queryOptions } from '@tanstack/react-query'
import { supabase } from './client'
import type { Tables } from './database-types'
import { paginate } from './paginate'
import type { Role } from './session'

export type Member = Omit<Tables<'members'>, 'role'> & { role: Role }

/** Those of the offices that the person answers for, the ended ones too. */
export const members = queryOptions({
  queryKey: ['members'],
  queryFn: async () =>
    (await paginate((from, to) =>
      supabase.from('members').select().order('email').order('id').range(from, to).throwOnError(),
    )) as Member[],
})

/** Refusals: see public.invite_member. */
export async function inviteMember(invitation: { email: string; office: string; role: Role; organisation?: string }) {
  const { data } = await supabase.rpc('invite_member', invitation).throwOnError()
  return data as Member
}

/** Refusals: see public.end_membership. */
export async function endMembership(member: number) {
  await supabase.rpc('end_membership', { member: String(member) }).throwOnError()
}
