-- Codes that people type, and ids that programs make. A code is written in Crockford's base 32, which has no letters to
-- misread; an id is a UUID v7, which carries the instant it was made.

-- Upper case, without what people and their keyboards put between the groups: spaces, dashes, points, and characters that
-- are not seen. Full-width letters and Khmer digits are read as the plain ones. Crockford's base 32 reads O as 0, and I and
-- L as 1 (https://www.crockford.com/base32.html). What a keyboard for Vietnamese made of a code is undone in the browser,
-- where the person can choose (src/lib/keyboards/undo.ts).
create function private.crockford(typed text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select translate(
    upper(regexp_replace(normalize(typed, nfkc),
      '[][\s_.,:;·(){}!?*/#@%&"''“”„‟‘’‚‛«»‹›\u3008-\u3011\u00AD\u061C\u1680\u180E\u2000-\u2015\u2028-\u202F\u205F-\u206F\u2212\u3000\u2E3A\u2E3B\uFE58\uFEFF-]', '', 'g')),
    'OIL០១២៣៤៥៦៧៨៩', '0110123456789')
$$;

-- So many random characters of Crockford's base 32. gen_random_uuid draws from the system's strong source; two of them
-- hashed give 256 bits, of which each character takes five.
create function private.random_code(length integer) returns text
language sql volatile security invoker set search_path = ''
as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(r.bytes, i) % 32, 1), '')
  from (select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as bytes) r,
    generate_series(0, least(length, 32) - 1) i
$$;

-- The instant a UUID v7 was made (RFC 9562, section 5.7: 48 bits of Unix milliseconds), null for anything else.
create function private.uuid_v7_time(id text) returns timestamptz
language sql immutable security invoker set search_path = ''
as $$
  select to_timestamp(('x0000' || translate(left(id, 13), '-', ''))::bit(64)::bigint / 1000.0)
  where id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
$$;

-- The first UUID v7 of an instant: everything made before it sorts below.
create function private.first_uuid_v7(at timestamptz) returns uuid
language sql immutable security invoker set search_path = ''
as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- A UUID v7 of an instant (RFC 9562, section 5.7): the time of the first one, the random part of a version 4.
create function private.new_uuid_v7(at timestamptz) returns uuid
language sql volatile security invoker set search_path = ''
as $$
  select (left(private.first_uuid_v7(at)::text, 15) || substr(gen_random_uuid()::text, 16))::uuid
$$;

-- Half of a SHA-256: enough for 60 random bits, and a uuid is the smallest key that holds it.
create function private.short_hash(secret text) returns uuid
language sql immutable security invoker set search_path = ''
as $$
  select encode(substr(sha256(convert_to(secret, 'UTF8')), 1, 16), 'hex')::uuid
$$;
