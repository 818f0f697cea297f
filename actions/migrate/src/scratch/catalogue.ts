/** A database's whole schema as text: what PostgreSQL's catalogue says of every object that a user has made. */
import pg from 'pg'
import type { HistoryTable } from '../history.ts'

/** `table public.tenants` → what it is. */
export type Catalogue = ReadonlyMap<string, string>

/** Each gives `address` and `definition`; `$user_schema(n)` and `$own(class, oid)` stand for what is not ours to look at. */
const queries: readonly string[] = [
  `SELECT format('schema %I', n.nspname), '' FROM pg_namespace n WHERE $user_schema AND $own('pg_namespace', n.oid)`,
  `SELECT format('extension %I', extname), extversion FROM pg_extension`,
  `SELECT format('%s %I.%I', CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'c' THEN 'composite type' ELSE 'table' END, n.nspname, c.relname),
          concat_ws(', ', nullif(c.relpersistence::text, 'p'), 'partition by ' || pg_get_partkeydef(c.oid),
            (SELECT format('of %s', string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)) FROM pg_inherits i WHERE i.inhrelid = c.oid HAVING count(*) > 0),
            pg_get_expr(c.relpartbound, c.oid), array_to_string(c.reloptions, ' '),
            CASE WHEN c.relrowsecurity THEN 'row security' END, CASE WHEN c.relforcerowsecurity THEN 'forced row security' END,
            'replica identity ' || nullif(nullif(c.relreplident::text, 'd'), 'n'),
            CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END)
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND $user_schema AND $own('pg_class', c.oid)`,
  `SELECT format('column %I.%I.%I', n.nspname, c.relname, a.attname),
          concat_ws(' ', '#' || row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attcollation <> t.typcollation THEN 'collate ' || a.attcollation::regcollation END,
            CASE WHEN a.attnotnull THEN 'not null' END,
            CASE WHEN a.attgenerated <> '' THEN 'generated ' || a.attgenerated::text || ' ' ELSE 'default ' END || pg_get_expr(d.adbin, d.adrelid),
            'identity ' || nullif(a.attidentity::text, ''), CASE WHEN a.attstorage <> t.typstorage THEN 'storage ' || a.attstorage::text END,
            'compression ' || nullif(a.attcompression::text, ''), 'statistics ' || nullif(a.attstattarget, -1), array_to_string(a.attoptions, ' '))
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND $user_schema AND $own('pg_class', c.oid)`,
  `SELECT format('constraint %I on %s', k.conname, CASE WHEN k.conrelid <> 0 THEN k.conrelid::regclass::text ELSE k.contypid::regtype::text END),
          pg_get_constraintdef(k.oid) || CASE WHEN k.convalidated THEN '' ELSE ' (not valid)' END
     FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE k.contype <> 'n' AND $user_schema AND $own('pg_constraint', k.oid)
      AND $own('pg_class', k.conrelid)`,
  `SELECT format('index %I.%I', n.nspname, c.relname),
          concat_ws(', ', pg_get_indexdef(i.indexrelid), CASE WHEN NOT (i.indisvalid AND i.indisready) THEN 'invalid' END,
            CASE WHEN i.indisclustered THEN 'clustered' END, CASE WHEN i.indisreplident THEN 'replica identity' END)
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE $user_schema AND $own('pg_class', i.indrelid)`,
  `SELECT format('function %s', p.oid::regprocedure), CASE WHEN p.prokind = 'a' THEN 'aggregate' ELSE pg_get_functiondef(p.oid) END
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE $user_schema AND $own('pg_proc', p.oid)`,
  `SELECT format('trigger %I on %s', t.tgname, t.tgrelid::regclass), pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND $user_schema`,
  `SELECT format('event trigger %I', evtname), concat_ws(' ', evtevent, evtfoid::regproc, evtenabled, evttags) FROM pg_event_trigger e WHERE $own('pg_event_trigger', e.oid)`,
  `SELECT format('rule %I on %s', r.rulename, r.ev_class::regclass), pg_get_ruledef(r.oid)
     FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND $user_schema`,
  `SELECT format('policy %I on %s', p.polname, p.polrelid::regclass),
          concat_ws(' ', p.polcmd, p.polpermissive, (SELECT array_agg(coalesce(r.rolname, 'public') ORDER BY 1) FROM unnest(p.polroles) o LEFT JOIN pg_roles r ON r.oid = o)::text,
            'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid))
     FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE $user_schema`,
  `SELECT format('type %I.%I', n.nspname, t.typname),
          CASE t.typtype WHEN 'e' THEN 'enum ' || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
            WHEN 'd' THEN concat_ws(' ', 'domain', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'not null' END, 'default ' || t.typdefault)
            ELSE 'range of ' || (SELECT rngsubtype::regtype::text FROM pg_range WHERE rngtypid = t.oid) END
     FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'r') AND $user_schema AND $own('pg_type', t.oid)`,
  `SELECT format('sequence %I.%I', n.nspname, c.relname),
          concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN 'cycle' END,
            (SELECT format('owned by %s.%I', d.refobjid::regclass, a.attname) FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0))
     FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE $user_schema AND $own('pg_class', c.oid)`,
  `SELECT format('statistics %I.%I', n.nspname, s.stxname), pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE $user_schema`,
  `SELECT format('publication %I', p.pubname),
          concat_ws(' ', p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate, (SELECT string_agg(r.prrelid::regclass::text, ', ' ORDER BY 1) FROM pg_publication_rel r WHERE r.prpubid = p.oid))
     FROM pg_publication p`,
  `SELECT format('foreign server %I', s.srvname), concat_ws(' ', s.srvtype, s.srvversion) FROM pg_foreign_server s WHERE $own('pg_foreign_server', s.oid)`,
  `SELECT 'cast ' || pg_describe_object('pg_cast'::regclass, k.oid, 0), k.castcontext::text FROM pg_cast k WHERE k.oid >= 16384 AND $own('pg_cast', k.oid)`,
  `SELECT 'operator ' || o.oid::regoperator, o.oprcode::text FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE $user_schema AND $own('pg_operator', o.oid)`,
  `SELECT 'comment on ' || pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description FROM pg_description d
    WHERE d.objoid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e') AND d.classoid <> 'pg_extension'::regclass`,
  // A grant that was taken back leaves the default written out: both are compared as what they amount to.
  `SELECT format('right of %s on %I.%I', coalesce(r.rolname, 'public'), n.nspname, c.relname), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))) x LEFT JOIN pg_roles r ON r.oid = x.grantee
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND x.grantee <> c.relowner AND $user_schema AND $own('pg_class', c.oid) GROUP BY r.rolname, n.nspname, c.relname`,
  `SELECT format('right of %s on column %I.%I.%I', coalesce(r.rolname, 'public'), n.nspname, c.relname, a.attname), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(a.attacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
    WHERE a.attnum > 0 AND NOT a.attisdropped AND $user_schema GROUP BY r.rolname, n.nspname, c.relname, a.attname`,
  `SELECT format('right of %s on schema %I', coalesce(r.rolname, 'public'), n.nspname), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x LEFT JOIN pg_roles r ON r.oid = x.grantee WHERE x.grantee <> n.nspowner AND $user_schema GROUP BY r.rolname, n.nspname`,
  `SELECT format('right of %s on function %s', coalesce(r.rolname, 'public'), p.oid::regprocedure), string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x LEFT JOIN pg_roles r ON r.oid = x.grantee
    WHERE x.grantee <> p.proowner AND $user_schema AND $own('pg_proc', p.oid) GROUP BY r.rolname, p.oid`,
  `SELECT format('default rights of %s in %s on %s', d.defaclrole::regrole, coalesce(n.nspname, 'every schema'), d.defaclobjtype), d.defaclacl::text FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace`,
]

function sqlOf(query: string, history: HistoryTable): string {
  return query
    .replaceAll(
      '$user_schema',
      `(n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', ${pg.escapeLiteral(history.schema)}))`,
    )
    .replace(
      /\$own\('(\w+)', ([\w.]+)\)/g,
      "NOT EXISTS (SELECT FROM pg_depend member WHERE member.classid = '$1'::regclass AND member.objid = $2 AND member.deptype = 'e')",
    )
}

/** Reads everything but our own history. Names are always written with their schema. */
export async function readCatalogue(client: pg.Client, history: HistoryTable): Promise<Catalogue> {
  const union = queries
    .map((query) => `SELECT * FROM (${sqlOf(query, history)}) AS q (address, definition)`)
    .join(' UNION ALL ')
  const result: unknown = await client.query(
    `SET search_path = pg_catalog; SELECT address, coalesce(definition, '') AS definition FROM (${union}) AS all_objects ORDER BY address COLLATE "C", definition COLLATE "C"; RESET search_path`,
  )
  const [, { rows }] = result as pg.QueryResult<{ address: string; definition: string }>[] as [
    pg.QueryResult,
    pg.QueryResult<{ address: string; definition: string }>,
  ] // one result for each of the three statements
  return new Map(rows.map(({ address, definition }) => [address, definition]))
}

/** Lines of a diff: what is gone, what is new, and both for what has changed. Empty when the two are equal. */
export function difference(before: Catalogue, after: Catalogue): readonly string[] {
  const addresses = [...new Set([...before.keys(), ...after.keys()])].sort()
  const line = (sign: string, address: string, definition: string | undefined) =>
    definition === undefined
      ? []
      : [`${sign} ${address}${definition === '' ? '' : `: ${definition.replace(/\s+/g, ' ').trim()}`}`]
  return addresses.flatMap((address) => {
    const [was, is] = [before.get(address), after.get(address)]
    return was === is ? [] : [...line('-', address, was), ...line('+', address, is)]
  })
}
