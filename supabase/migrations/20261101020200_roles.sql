-- Who may do what. Policies and functions ask for a capability, never for a role, so that a role is added, or changed, by
-- rows of this file alone. supabase/tests/matrix.sql tries out independently what becomes of them.
--
-- coordinator: the office and everything below it. head: the office alone. clerk: posters, visit codes and replies of the
-- office. auditor: reads what the office and everything below it do not show to the public, and changes nothing but who asks
-- independently. interviewer: asks people about the offices below it, for an organisation of its own (chapter 17). None of
-- them sees a rating that is not released, and none deletes one.

create table private.roles (
  role text primary key check (role ~ '^[a-z_]+$'),
  position integer not null unique,
  -- Whether a membership reaches the offices below its own.
  with_descendants boolean not null,
  -- Whether nobody may hold it who works at an office above or below, or has lately.
  is_independent boolean not null default false
);
insert into private.roles (role, position, with_descendants, is_independent) values
  ('coordinator', 1, true, false),
  ('head', 2, false, false),
  ('clerk', 3, false, false),
  ('auditor', 4, true, false),
  ('interviewer', 5, true, true);

create table private.role_capabilities (
  capability text not null check (capability ~ '^[a-z_]+$'),
  role text not null references private.roles,
  primary key (capability, role)
);
create index role_capabilities_role on private.role_capabilities (role);

insert into private.role_capabilities (capability, role)
select capability, unnest(string_to_array(roles, ' ')) from (values
  -- What an office does not show to the public.
  ('see_home', 'coordinator head clerk auditor'),
  ('see_counters', 'coordinator head clerk auditor'),
  ('see_visit_codes', 'coordinator head clerk auditor'),
  ('see_imports', 'coordinator head clerk auditor'),
  ('read_comments', 'coordinator head clerk auditor'),
  ('read_original_comments', 'auditor'),
  ('see_members', 'coordinator head auditor'),
  ('read_audit_log', 'coordinator head auditor'),
  -- Log entries and imports that belong to no office; at the top of the tree.
  ('read_common_records', 'coordinator auditor'),
  -- The settings themselves are public; this is their page.
  ('see_settings', 'coordinator head auditor'),
  ('receive_digest', 'coordinator head'),
  -- Offices: all of an office, and what the sign at its door says.
  ('manage_offices', 'coordinator'),
  ('edit_office_sign', 'coordinator head'),
  ('restructure_offices', 'coordinator'),
  ('appoint_members', 'coordinator'),
  ('appoint_clerks', 'coordinator head'),
  ('appoint_interviewers', 'coordinator auditor'),
  -- At every office below, never at the one where the role is held: see private.offices_to_ask.
  ('ask_control', 'interviewer'),
  -- Work at an office.
  ('manage_offerings', 'coordinator head'),
  ('manage_counters', 'coordinator head'),
  ('report_handled_dossiers', 'coordinator head'),
  ('manage_visit_keys', 'coordinator head'),
  -- A poster is made in the browser; the database has no say in it.
  ('print_posters', 'coordinator head clerk'),
  ('make_visit_codes', 'coordinator head clerk'),
  ('reply_to_comments', 'coordinator head clerk'),
  ('download_imports', 'coordinator'),
  -- Petitions: that there is one, of what kind and until when, for those above too; what it says and who wrote it only where
  -- it is answered (private.require_feedback_office).
  ('see_feedback', 'coordinator head clerk auditor'),
  ('handle_feedback', 'coordinator head clerk'),
  -- What holds for all offices; at the top of the tree.
  ('manage_catalogue', 'coordinator'),
  ('change_settings', 'coordinator')
) given (capability, roles);
