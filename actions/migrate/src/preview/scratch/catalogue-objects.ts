/** What PostgreSQL's catalogue says of everything but tables: each query gives an address and a definition. */

/** The first object id that is not given out by initdb. */
const FIRST_OWN = 16384

/** True for what does not belong to an extension. */
function own(catalogue: string, oid: string): string {
  return `NOT EXISTS (SELECT FROM ext WHERE ext.classid = '${catalogue}'::regclass AND ext.objid = ${oid})`
}

/** What ICU and the built-in provider go by has had three names, and rules came with version 16. */
function collation(version: number): string {
  const locale = version < 150_000 ? '' : version < 170_000 ? ', o.colliculocale' : ', o.colllocale'
  const rules = version < 160_000 ? '' : ", 'RULES ' || quote_literal(o.collicurules)"
  return `concat_ws(' ', o.collprovider, o.collcollate, o.collctype${locale}, o.collisdeterministic${rules})`
}

type Rare = readonly [catalogue: string, definition: string]

/** Kinds that migrations rarely make: named by PostgreSQL itself, with what tells one from the next. */
const rare = (version: number): readonly Rare[] => [
  [
    'pg_operator',
    "concat_ws(' ', o.oprcode::oid::regprocedure, 'COMMUTATOR ' || nullif(o.oprcom, 0)::regoperator, 'NEGATOR ' || nullif(o.oprnegate, 0)::regoperator, 'RESTRICT ' || nullif(o.oprrest::oid, 0)::regproc, 'JOIN ' || nullif(o.oprjoin::oid, 0)::regproc)",
  ],
  ['pg_cast', "concat_ws(' ', nullif(o.castfunc, 0)::regprocedure, o.castcontext, o.castmethod)"],
  ['pg_collation', collation(version)],
  ['pg_conversion', "concat_ws(' ', o.conproc::oid::regprocedure, o.condefault)"],
  ['pg_opclass', "concat_ws(' ', o.opcintype::regtype, o.opckeytype::regtype, o.opcdefault)"],
  ['pg_opfamily', "''"],
  ['pg_amop', "concat_ws(' ', o.amopstrategy, o.amopopr::regoperator)"],
  ['pg_amproc', "concat_ws(' ', o.amprocnum, o.amproc::oid::regprocedure)"],
  ['pg_am', "concat_ws(' ', o.amtype, o.amhandler)"],
  ['pg_language', "concat_ws(' ', o.lanpltrusted, nullif(o.lanplcallfoid, 0)::regprocedure)"],
  ['pg_transform', "concat_ws(' ', o.trffromsql, o.trftosql)"],
  [
    'pg_ts_dict',
    "concat_ws(' ', (SELECT t.tmplname FROM pg_ts_template t WHERE t.oid = o.dicttemplate), o.dictinitoption)",
  ],
  ['pg_ts_parser', "concat_ws(' ', o.prsstart, o.prstoken)"],
  ['pg_ts_template', "concat_ws(' ', o.tmplinit, o.tmpllexize)"],
  [
    'pg_ts_config',
    "(SELECT string_agg(concat_ws(' ', m.maptokentype, m.mapseqno, m.mapdict::regdictionary), ', ' ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = o.oid)",
  ],
  [
    'pg_foreign_data_wrapper',
    "concat_ws(' ', nullif(o.fdwhandler, 0)::regproc, nullif(o.fdwvalidator, 0)::regproc, o.fdwoptions)",
  ],
  ['pg_foreign_server', "concat_ws(' ', o.srvtype, o.srvversion, o.srvoptions)"],
]

function rareQuery([catalogue, definition]: Rare): string {
  return `SELECT i.type || ' ' || i.identity, ${definition}::text
    FROM ${catalogue} o, pg_identify_object('${catalogue}'::regclass, o.oid, 0) i
   WHERE o.oid >= ${FIRST_OWN} AND ${own(catalogue, 'o.oid')}
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = o.oid AND d.deptype = 'i'
       AND d.refclassid IN ('pg_type'::regclass, 'pg_class'::regclass))
     AND (i.schema IS NULL OR quote_ident(i.schema) IN (SELECT name FROM ns) OR i.schema IN (SELECT name FROM ns))`
}

function publications(version: number): string {
  const more =
    version < 150000
      ? "''"
      : "coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = p.prrelid AND a.attnum = ANY (p.prattrs)) || ')', '') || coalesce(' WHERE ' || pg_get_expr(p.prqual, p.prrelid), '')"
  const schemas =
    version < 150000
      ? 'NULL'
      : "(SELECT 'SCHEMAS ' || string_agg(s.pnnspid::regnamespace::text, ', ' ORDER BY s.pnnspid::regnamespace::text) FROM pg_publication_namespace s WHERE s.pnpubid = b.oid HAVING count(*) > 0)"
  return `SELECT 'publication ' || quote_ident(b.pubname),
           concat_ws(' ', CASE WHEN b.puballtables THEN 'ALL TABLES' END,
             (SELECT 'TABLES ' || string_agg(p.prrelid::regclass::text || ${more}, ', ' ORDER BY p.prrelid::regclass::text)
                FROM pg_publication_rel p WHERE p.prpubid = b.oid HAVING count(*) > 0), ${schemas},
             'OF ' || concat_ws(', ', CASE WHEN b.pubinsert THEN 'insert' END, CASE WHEN b.pubupdate THEN 'update' END,
               CASE WHEN b.pubdelete THEN 'delete' END, CASE WHEN b.pubtruncate THEN 'truncate' END),
             CASE WHEN b.pubviaroot THEN 'VIA ROOT' END${version < 180_000 ? '' : ", CASE b.pubgencols WHEN 's' THEN 'WITH STORED GENERATED COLUMNS' END"})
      FROM pg_publication b WHERE ${own('pg_publication', 'b.oid')}`
}

/** Whoever asks is a member of the roles that it made, and of those that were made for it: that is not told. */
function memberships(version: number): string {
  const options =
    version < 160_000
      ? 'NULL'
      : "'INHERIT ' || upper(m.inherit_option::text) || ' SET ' || upper(m.set_option::text)"
  return `SELECT 'membership of ' || m.member::regrole || ' in ' || m.roleid::regrole,
            concat_ws(' ', CASE WHEN m.admin_option THEN 'WITH ADMIN' END, ${options})
       FROM pg_auth_members m WHERE m.member <> (SELECT oid FROM pg_roles WHERE rolname = current_user)`
}

export function objectQueries(version: number): readonly string[] {
  return [
    memberships(version),
    `SELECT 'schema ' || ns.name, concat_ws(' ', ns.owner) FROM ns`,
    `SELECT 'extension ' || quote_ident(e.extname), concat_ws(' ', e.extversion, 'in ' || e.extnamespace::regnamespace)
       FROM pg_extension e WHERE e.oid >= ${FIRST_OWN}`,
    `SELECT CASE p.prokind WHEN 'a' THEN 'aggregate ' WHEN 'p' THEN 'procedure ' ELSE 'function ' END
              || ns.name || '.' || quote_ident(p.proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')',
            CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) ELSE
              concat_ws(' ', pg_get_function_result(p.oid), 'SFUNC ' || a.aggtransfn, 'STYPE ' || a.aggtranstype::regtype,
                'FINALFUNC ' || nullif(a.aggfinalfn::oid, 0)::regproc, 'COMBINEFUNC ' || nullif(a.aggcombinefn::oid, 0)::regproc,
                'SORTOP ' || nullif(a.aggsortop, 0)::regoperator, 'INITCOND ' || quote_literal(a.agginitval), a.aggkind, p.proparallel) END
       FROM pg_proc p JOIN ns ON ns.oid = p.pronamespace LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
      WHERE ${own('pg_proc', 'p.oid')} AND NOT EXISTS (
              SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')`,
    `SELECT 'event trigger ' || quote_ident(e.evtname),
            concat_ws(' ', 'ON ' || e.evtevent, 'WHEN TAG IN (' || array_to_string(e.evttags, ', ') || ')', 'EXECUTE ' || e.evtfoid::regprocedure,
              CASE e.evtenabled WHEN 'D' THEN 'DISABLED' WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' END)
       FROM pg_event_trigger e WHERE ${own('pg_event_trigger', 'e.oid')}`,
    `SELECT CASE typ.typtype WHEN 'd' THEN 'domain ' ELSE 'type ' END || typ.name,
            CASE typ.typtype
              WHEN 'e' THEN 'ENUM (' || coalesce((SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = typ.oid), '') || ')'
              WHEN 'd' THEN concat_ws(' ', format_type(typ.typbasetype, typ.typtypmod),
                CASE WHEN typ.typcollation <> b.typcollation THEN 'COLLATE ' || typ.typcollation::regcollation END,
                CASE WHEN typ.typnotnull THEN 'NOT NULL' END, 'DEFAULT ' || typ.typdefault)
              WHEN 'r' THEN (SELECT concat_ws(' ', 'RANGE OF ' || g.rngsubtype::regtype, 'COLLATE ' || nullif(g.rngcollation, 0)::regcollation,
                'CANONICAL ' || nullif(g.rngcanonical::oid, 0)::regproc, 'SUBTYPE_DIFF ' || nullif(g.rngsubdiff::oid, 0)::regproc, 'MULTIRANGE ' || g.rngmultitypid::regtype) FROM pg_range g WHERE g.rngtypid = typ.oid)
              ELSE concat_ws(' ', 'BASE', typ.typinput, typ.typoutput, typ.typlen) END
       FROM typ LEFT JOIN pg_type b ON b.oid = typ.typbasetype`,
    // Whose password it holds is not for a comment: the names of the options must do.
    `SELECT 'user mapping of ' || CASE u.umuser WHEN 0 THEN 'PUBLIC' ELSE u.umuser::regrole::text END || ' on ' || quote_ident(s.srvname),
            (SELECT string_agg(split_part(o, '=', 1), ', ' ORDER BY o) FROM unnest(u.umoptions) o)
       FROM pg_user_mappings u JOIN pg_foreign_server s ON s.oid = u.srvid`,
    publications(version),
    ...rare(version).map(rareQuery),
    `SELECT 'setting ' || split_part(c, '=', 1) || ' of ' || CASE s.setrole WHEN 0 THEN 'this database' ELSE s.setrole::regrole || ' in this database' END, c
       FROM pg_db_role_setting s, unnest(s.setconfig) c
      WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    `SELECT 'comment on ' || i.type || ' ' || i.identity, d.description
       FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
      WHERE (d.objoid >= ${FIRST_OWN} OR d.classoid = 'pg_namespace'::regclass AND d.objoid IN (SELECT oid FROM ns))
        AND d.classoid <> 'pg_extension'::regclass AND (i.schema IS NULL OR i.schema IN (SELECT name FROM ns))
        AND NOT (d.classoid = 'pg_class'::regclass AND d.objoid NOT IN (SELECT oid FROM rel))
        AND NOT EXISTS (SELECT FROM ext WHERE ext.classid = d.classoid AND ext.objid = d.objoid)`,
    `SELECT 'security label on ' || i.type || ' ' || i.identity || ' of ' || l.provider, l.label
       FROM pg_seclabel l, pg_identify_object(l.classoid, l.objoid, l.objsubid) i WHERE l.objoid >= ${FIRST_OWN}`,
  ]
}

/** Everything with rights: what it is, who owns it, what was granted, and the code of its built-in rights. */
export const holdersQuery = `
  SELECT CASE WHEN r.relkind = 'S' THEN 'sequence ' ELSE 'table ' END || r.name AS object, r.relowner AS owner, r.relacl AS acl,
         acldefault(CASE WHEN r.relkind = 'S' THEN 's' ELSE 'r' END::"char", r.relowner) AS usual
    FROM rel r WHERE r.relacl IS NOT NULL
  UNION ALL SELECT 'column ' || r.name || '.' || quote_ident(a.attname), r.relowner, a.attacl, NULL::aclitem[]
    FROM pg_attribute a JOIN rel r ON r.oid = a.attrelid WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
  UNION ALL SELECT 'schema ' || ns.name, ns.nspowner, ns.nspacl, acldefault('n', ns.nspowner) FROM ns WHERE ns.nspacl IS NOT NULL
  UNION ALL SELECT 'function ' || p.oid::regprocedure, p.proowner, p.proacl, acldefault('f', p.proowner)
    FROM pg_proc p JOIN ns ON ns.oid = p.pronamespace WHERE p.proacl IS NOT NULL AND ${own('pg_proc', 'p.oid')}
  UNION ALL SELECT 'type ' || typ.name, typ.typowner, typ.typacl, acldefault('T', typ.typowner) FROM typ WHERE typ.typacl IS NOT NULL
  UNION ALL SELECT 'language ' || quote_ident(l.lanname), l.lanowner, l.lanacl, acldefault('l', l.lanowner) FROM pg_language l WHERE l.lanacl IS NOT NULL
  UNION ALL SELECT 'foreign server ' || quote_ident(s.srvname), s.srvowner, s.srvacl, acldefault('S', s.srvowner) FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL
  UNION ALL SELECT 'foreign-data wrapper ' || quote_ident(f.fdwname), f.fdwowner, f.fdwacl, acldefault('F', f.fdwowner)
    FROM pg_foreign_data_wrapper f WHERE f.fdwacl IS NOT NULL
  UNION ALL SELECT 'this database', d.datdba, d.datacl, acldefault('d', d.datdba) FROM pg_database d WHERE d.datname = current_database() AND d.datacl IS NOT NULL
  UNION ALL SELECT 'default privileges of ' || d.defaclrole::regrole || coalesce(' in ' || d.defaclnamespace::regnamespace, '') || ' on '
      || CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'L' THEN 'large objects' ELSE 'schemas' END,
      d.defaclrole, d.defaclacl, CASE WHEN d.defaclnamespace <> 0 THEN NULL::aclitem[] ELSE acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) END
    FROM (SELECT oid, defaclrole, nullif(defaclnamespace, 0) AS defaclnamespace, defaclobjtype, defaclacl FROM pg_default_acl) d`

/**
 * Rights, as they differ from those that every such object has: after GRANT and REVOKE the catalogue writes out the
 * usual ones, which is no difference.
 */
export const grantQuery = `
  SELECT way || ' on ' || object || CASE way WHEN 'grant' THEN ' to ' ELSE ' from ' END
           || CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee)::text END,
         string_agg(privilege_type || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END, ', ' ORDER BY privilege_type, is_grantable)
    FROM (
      SELECT 'grant' AS way, h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.acl) x
      EXCEPT SELECT 'grant', h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.usual) x
      UNION ALL (
      SELECT 'revoke', h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.usual) x
      EXCEPT SELECT 'revoke', h.object, x.grantee, x.privilege_type, x.is_grantable FROM holders h, aclexplode(h.acl) x)
    ) AS rights GROUP BY way, object, grantee`
