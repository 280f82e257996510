-- A QR code as a picture (ISO/IEC 18004), for software that prints what the API answers and has no library for it. Byte
-- mode, level M, versions 2 to 6, which is up to 106 bytes: an address. Of the eight masks always the first: which is best
-- only helps cameras that are worse than a telephone's.

-- The polynomials by which blocks are divided, for 16, 18, 24 and 26 words of correction: their coefficients below the first
-- as powers of 2 in the field (ISO/IEC 18004, annex A).
create function private.qr_divisor(words integer) returns integer[]
language sql immutable security invoker set search_path = ''
as $$
  select case words
    when 16 then '{120,104,107,109,102,161,76,3,91,191,147,169,182,194,225,120}'::integer[]
    when 18 then '{215,234,158,94,184,97,118,170,79,187,152,148,252,179,5,98,96,153}'::integer[]
    when 24 then '{229,121,135,48,211,117,251,126,159,180,169,152,192,226,228,218,111,0,117,232,87,96,227,21}'::integer[]
    when 26 then '{173,125,158,2,103,182,118,17,145,201,111,28,165,53,161,21,245,142,13,102,48,227,153,145,218,70}'::integer[]
  end
$$;

-- The error correction of a block by Reed and Solomon, in the field of 256 elements of the standard, x^8 + x^4 + x^3 + x^2 + 1:
-- so many code words.
create function private.qr_correction(block integer[], words integer) returns integer[]
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_divisor integer[] := private.qr_divisor(words);
  v_rest integer[] := array_fill(0, array[words + 1]);
  v_powers integer[] := array_fill(0, array[510]);
  v_logs integer[] := array_fill(0, array[255]);
  v_value integer := 1;
  v_factor integer;
begin
  for i in 1..255 loop
    v_powers[i] := v_value;
    v_powers[i + 255] := v_value;
    v_logs[v_value] := i;
    v_value := (v_value << 1) # ((v_value >> 7) * 285);
  end loop;
  for i in 1..cardinality(block) loop
    v_factor := v_logs[nullif(block[i] # v_rest[1], 0)];
    -- What is shifted in at the end stays 0.
    for j in 1..words loop
      v_rest[j] := v_rest[j + 1] # coalesce(v_powers[v_factor + v_divisor[j]], 0);
    end loop;
  end loop;
  return v_rest[1:words];
end;
$$;

-- The smallest version that holds so many bytes, its data words, blocks, and correction words a block; null above 106.
create function private.qr_version(bytes integer, out version integer, out words integer, out blocks integer, out correction integer)
language sql immutable security invoker set search_path = ''
as $$
  select * from (values (2, 28, 1, 16), (3, 44, 1, 26), (4, 64, 2, 18), (5, 86, 2, 24), (6, 108, 4, 16)) v (version, words, blocks, correction)
  where v.words - 2 >= bytes order by 1 limit 1
$$;

-- All bits of the code in their order: the data of the blocks interleaved, then their correction.
create function private.qr_bits(bytes bytea, words integer, blocks integer, correction integer) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_n integer := length(bytes);
  v_bits text := '0100' || v_n::bit(8)::text || ('x' || encode(bytes, 'hex'))::varbit::text || '0000';
  v_size integer := words / blocks;
  v_data integer[] := array(select substr(v_bits, 8 * i + 1, 8)::bit(8)::integer from generate_series(0, v_n + 1) i)
    || array(select case i % 2 when 0 then 236 else 17 end from generate_series(0, words - v_n - 3) i);
  v_rest integer[] := array[]::integer[];
begin
  for b in 0..blocks - 1 loop
    v_rest := v_rest || private.qr_correction(v_data[b * v_size + 1 : (b + 1) * v_size], correction);
  end loop;
  return (select string_agg(v_data[b * v_size + i]::bit(8)::text, '' order by i, b)
      from generate_series(1, v_size) i, generate_series(0, blocks - 1) b)
    || (select string_agg(v_rest[b * correction + i]::bit(8)::text, '' order by i, b)
      from generate_series(1, correction) i, generate_series(0, blocks - 1) b) || '0000000';
end;
$$;

-- The patterns by which a camera finds and measures the code: 1 dark, 0 light, null where data stands. Row x size + column.
create function private.qr_patterns(size integer) returns integer[]
language sql immutable security invoker set search_path = ''
as $$
  select array_agg(case
    -- The three eyes with their light margin, the small one, the dashed lines.
    when eye < 9 then case when eye in (2, 4) then 0 else 1 end
    when greatest(abs(x - size + 7), abs(y - size + 7)) < 3 then case greatest(abs(x - size + 7), abs(y - size + 7)) when 1 then 0 else 1 end
    when x = 6 then 1 - y % 2
    when y = 6 then 1 - x % 2
    when x = 8 and y = size - 8 then 1
    -- Level M and the first mask, 101010000010010, twice.
    when x = 8 and y <= 8 then substr('010010000010101', y + 1 - (y > 6)::integer, 1)::integer
    when y = 8 and x <= 7 then substr('010010000010101', 15 - x + (x > 6)::integer, 1)::integer
    when y = 8 and x >= size - 8 then substr('010010000010101', size - x, 1)::integer
    when x = 8 and y >= size - 7 then substr('010010000010101', 16 - size + y, 1)::integer
  end order by y, x)
  from generate_series(0, size - 1) y, generate_series(0, size - 1) x,
    lateral (select case
      when x < 8 and y < 8 then greatest(abs(x - 3), abs(y - 3))
      when x >= size - 8 and y < 8 then greatest(abs(x - size + 4), abs(y - 3))
      when x < 8 and y >= size - 8 then greatest(abs(x - 3), abs(y - size + 4)) else 9 end) e (eye)
$$;

-- An SVG of the code, with the white margin that cameras need. Null for more than 106 bytes.
create function private.qr_svg(said text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_bytes bytea := convert_to(said, 'UTF8');
  v record;
  v_size integer;
  v_modules integer[];
  v_bits text;
  v_next integer := 1;
  v_right integer;
  v_at integer;
begin
  select * into v from private.qr_version(length(v_bytes));
  if v.version is null then
    return null;
  end if;
  v_size := 17 + 4 * v.version;
  v_modules := private.qr_patterns(v_size);
  v_bits := private.qr_bits(v_bytes, v.words, v.blocks, v.correction);
  v_right := v_size - 1;
  -- Two columns at a time from the right, up and down in turn, past the dashed line.
  while v_right > 0 loop
    v_right := v_right - (v_right = 6)::integer;
    for i in 0..2 * v_size - 1 loop
      v_at := (case when (v_right + 1) & 2 = 0 then v_size - 1 - i / 2 else i / 2 end) * v_size + v_right - i % 2;
      if v_modules[v_at + 1] is null then
        -- The first mask turns every other one.
        v_modules[v_at + 1] := substr(v_bits, v_next, 1)::integer # (1 - (v_at / v_size + v_at % v_size) % 2);
        v_next := v_next + 1;
      end if;
    end loop;
    v_right := v_right - 2;
  end loop;
  return format('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %1$s" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$sv%1$sH0z"/><path d="%2$s"/></svg>',
    v_size + 8, (select string_agg(format('M%s %sh1v1h-1z', 4 + (i - 1) % v_size, 4 + (i - 1) / v_size), '' order by i)
      from unnest(v_modules) with ordinality m (dark, i) where dark = 1));
end;
$$;
