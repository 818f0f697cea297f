/** Functions that are known, and those of which nothing can be told. */
import type { Node } from '@pgsql/types'
import { textsOf, walk } from './ast.ts'

/**
 * Of PostgreSQL, and of the extensions that every owner of a database may make: those that are there to be called, and
 * those by which types read and write text (`uuid_in(md5(…)::cstring)`). Not among them: what runs SQL that it is given
 * as text.
 */
const known: ReadonlySet<string> = new Set(
  `
  _int_contained _int_contains _int_different _int_inter _int_overlap _int_same _int_union _lt_q_regex
  _lt_q_rregex _ltq_extract_regex _ltq_regex _ltq_rregex _ltree_extract_isparent _ltree_extract_risparent
  _ltree_isparent _ltree_r_isparent _ltree_r_risparent _ltree_risparent _ltxtq_exec _ltxtq_extract_exec
  _ltxtq_rexec abbrev abs aclcontains acldefault aclexplode aclinsert aclitemin aclitemout aclremove acos
  acosd acosh age akeys amvalidate any_value area armor array_agg array_append array_dims array_fill
  array_larger array_length array_lower array_ndims array_position array_positions array_prepend
  array_remove array_replace array_reverse array_sample array_shuffle array_smaller array_sort
  array_to_json array_to_string array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d
  atand atanh avals avg bit bit_and bit_count bit_in bit_length bit_or bit_out bit_xor bool bool_and
  bool_or boolin boolout bound_box box box_in box_out bpchar bpchar_larger bpchar_smaller bpcharin
  bpcharout brin_desummarize_range brin_summarize_new_values brin_summarize_range broadcast btean13cmp
  btequalimage btisbn13cmp btisbncmp btismn13cmp btismncmp btissn13cmp btissncmp btrim btupccmp
  btvarstrequalimage bytea bytea_larger bytea_smaller byteain byteaout cardinality casefold cash_dist
  cash_in cash_out cash_words cashlarger cashsmaller cbrt ceil ceiling center char char_length
  character_length charin charout chr cidin cidout cidr cidr_in cidr_out circle circle_in circle_out
  citext citext_cmp citext_eq citext_ge citext_gt citext_larger citext_le citext_lt citext_ne
  citext_pattern_cmp citext_pattern_ge citext_pattern_gt citext_pattern_le citext_pattern_lt
  citext_smaller citextsend clock_timestamp col_description concat concat_ws convert convert_from
  convert_to corr cos cosd cosh cot cotd count covar_pop covar_samp crc32 crc32c crypt cstring_in
  cstring_out cube cube_cmp cube_contained cube_contains cube_coord cube_coord_llur cube_dim
  cube_distance cube_enlarge cube_eq cube_ge cube_gt cube_inter cube_is_point cube_le cube_ll_coord
  cube_lt cube_ne cube_overlap cube_send cube_size cube_subset cube_union cube_ur_coord cume_dist
  current_database current_query current_schema current_schemas current_setting current_user currtid2
  currval daitch_mokotoff database_to_xml database_to_xml_and_xmlschema database_to_xmlschema date
  date_add date_bin date_dist date_in date_larger date_out date_part date_smaller date_subtract
  date_trunc datemultirange daterange daterange_canonical daterange_subdiff dearmor decode decrypt
  decrypt_iv defined degrees delete dense_rank dexp diagonal diameter difference digest
  distance_chebyshev distance_taxicab div dlog1 dlog10 dmetaphone dmetaphone_alt dround dtrunc each
  encode encrypt encrypt_iv enum_first enum_in enum_larger enum_last enum_out enum_range enum_smaller erf
  erfc every exist exists_all exists_any exp extract factorial family fetchval fips_mode first_value
  float4 float4_dist float4in float4larger float4out float4smaller float8 float8_dist float8in
  float8larger float8out float8smaller floor fmgr_c_validator fmgr_internal_validator fmgr_sql_validator
  format format_type gamma gcd gen_random_bytes gen_random_uuid gen_salt generate_series
  generate_subscripts get_bit get_byte get_current_ts_config getdatabaseencoding getpgusername
  gin_clean_pending_list gin_cmp_tslexeme gin_compare_jsonb gin_enum_cmp gin_numeric_cmp
  gist_translate_cmptype_btree gist_translate_cmptype_common gtsvectorin gtsvectorout
  has_any_column_privilege has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege
  has_function_privilege has_language_privilege has_largeobject_privilege has_parameter_privilege
  has_schema_privilege has_sequence_privilege has_server_privilege has_table_privilege
  has_tablespace_privilege has_type_privilege hashtext hashtextextended height hmac host hostmask
  hs_concat hs_contained hs_contains hstore hstore_cmp hstore_eq hstore_ge hstore_gt hstore_le hstore_lt
  hstore_ne hstore_send hstore_to_array hstore_to_json hstore_to_json_loose hstore_to_jsonb
  hstore_to_jsonb_loose hstore_to_matrix hstore_version_diag icount icu_unicode_version idx in_range
  index inet_client_addr inet_client_port inet_in inet_merge inet_out inet_same_family inet_server_addr
  inet_server_port initcap int2 int2_dist int2in int2larger int2out int2smaller int2vectorin
  int2vectorout int4 int4_dist int4in int4inc int4larger int4multirange int4out int4range
  int4range_canonical int4range_subdiff int4smaller int8 int8_dist int8dec int8dec_any int8in int8inc
  int8inc_any int8larger int8multirange int8out int8range int8range_canonical int8range_subdiff
  int8smaller intarray_del_elem intarray_push_array intarray_push_elem interval interval_dist interval_in
  interval_larger interval_out interval_smaller intset intset_subtract intset_union_elem is_normalized
  is_valid isbn isbn13 isclosed isdefined isempty isexists isfinite ishorizontal ismn ismn13 isn_weak
  isneq isnge isngt isnle isnlt isnne isopen isparallel isperp issn issn13 isvertical json_agg
  json_agg_strict json_array_elements json_array_elements_text json_array_length json_build_array
  json_build_object json_each json_each_text json_extract_path json_extract_path_text json_in json_object
  json_object_agg json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict
  json_object_keys json_out json_populate_record json_populate_recordset json_strip_nulls json_to_record
  json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_agg_strict jsonb_array_elements
  jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each
  jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_in jsonb_insert jsonb_object
  jsonb_object_agg jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict
  jsonb_object_keys jsonb_out jsonb_path_exists jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz
  jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first
  jsonb_path_query_first_tz jsonb_path_query_tz jsonb_populate_record jsonb_populate_record_valid
  jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record
  jsonb_to_recordset jsonb_to_tsvector jsonb_typeof jsonpath_in jsonpath_out justify_days justify_hours
  justify_interval lag last_value lastval lca lcm lead left length levenshtein levenshtein_less_equal
  lgamma like like_escape line line_in line_out ln lo_close lo_creat lo_create lo_export lo_from_bytea
  lo_get lo_import lo_lseek lo_lseek64 lo_oid lo_open lo_put lo_tell lo_tell64 lo_truncate lo_truncate64
  lo_unlink log log10 loread lower lower_inc lower_inf lowrite lpad lquery_send lseg lseg_in lseg_out
  lt_q_regex lt_q_rregex ltq_regex ltq_rregex ltree2text ltree_addltree ltree_addtext ltree_cmp ltree_eq
  ltree_ge ltree_gt ltree_isparent ltree_le ltree_lt ltree_ne ltree_risparent ltree_send ltree_textadd
  ltrim ltxtq_exec ltxtq_rexec ltxtq_send macaddr macaddr8 macaddr8_in macaddr8_out macaddr8_set7bit
  macaddr_in macaddr_out make_date make_interval make_time make_timestamp make_timestamptz make_valid
  makeaclitem masklen max md5 metaphone min min_scale mod mode money multirange multirange_in
  multirange_intersect_agg_transfn multirange_out mxid_age name nameconcatoid namein nameout netmask
  network network_larger network_smaller nextval nlevel normalize notlike now npoints nth_value ntile
  num_nonnulls num_nulls numeric numeric_div_trunc numeric_exp numeric_in numeric_inc numeric_larger
  numeric_ln numeric_log numeric_out numeric_smaller numeric_sqrt nummultirange numnode numrange
  numrange_subdiff obj_description octet_length oid oid_dist oidin oidlarger oidout oidsmaller
  oidvectorin oidvectorout oidvectortypes overlaps overlay parse_ident path path_in path_out pclose
  percent_rank percentile_cont percentile_disc pg_advisory_lock pg_advisory_lock_shared
  pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared pg_advisory_xact_lock
  pg_advisory_xact_lock_shared pg_available_extension_versions pg_available_extensions
  pg_available_wal_summaries pg_backup_start pg_backup_start_time pg_backup_stop pg_basetype
  pg_blocking_pids pg_cancel_backend pg_char_to_encoding pg_clear_attribute_stats pg_clear_relation_stats
  pg_client_encoding pg_collation_actual_version pg_collation_for pg_collation_is_visible
  pg_column_compression pg_column_is_updatable pg_column_size pg_column_toast_chunk_id pg_conf_load_time
  pg_config pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system
  pg_conversion_is_visible pg_copy_logical_replication_slot pg_copy_physical_replication_slot
  pg_create_logical_replication_slot pg_create_physical_replication_slot pg_create_restore_point
  pg_current_logfile pg_current_snapshot pg_current_wal_flush_lsn pg_current_wal_insert_lsn
  pg_current_wal_lsn pg_current_xact_id pg_current_xact_id_if_assigned pg_cursor
  pg_database_collation_actual_version pg_database_size pg_describe_object pg_drop_replication_slot
  pg_encoding_max_length pg_encoding_to_char pg_event_trigger_ddl_commands
  pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
  pg_event_trigger_table_rewrite_reason pg_export_snapshot pg_extension_config_dump
  pg_extension_update_paths pg_filenode_relation pg_function_is_visible pg_get_acl pg_get_aios
  pg_get_backend_memory_contexts pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr
  pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
  pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef pg_get_keywords
  pg_get_loaded_modules pg_get_multixact_members pg_get_object_address pg_get_partition_constraintdef
  pg_get_partkeydef pg_get_publication_tables pg_get_replica_identity_index pg_get_replication_slots
  pg_get_ruledef pg_get_sequence_data pg_get_serial_sequence pg_get_shmem_allocations
  pg_get_shmem_allocations_numa pg_get_statisticsobjdef pg_get_statisticsobjdef_columns
  pg_get_statisticsobjdef_expressions pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_get_wait_events
  pg_get_wal_replay_pause_state pg_get_wal_resource_managers pg_get_wal_summarizer_state pg_has_role
  pg_hba_file_rules pg_ident_file_mappings pg_identify_object pg_identify_object_as_address
  pg_import_system_collations pg_index_column_has_property pg_index_has_property pg_indexam_has_property
  pg_indexam_progress_phasename pg_indexes_size pg_input_error_info pg_input_is_valid pg_is_in_backup
  pg_is_in_recovery pg_is_other_temp_schema pg_is_wal_replay_paused pg_isolation_test_session_is_blocked
  pg_jit_available pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn
  pg_last_xact_replay_timestamp pg_listening_channels pg_lock_status pg_log_backend_memory_contexts
  pg_log_standby_snapshot pg_logical_emit_message pg_logical_slot_get_binary_changes
  pg_logical_slot_get_changes pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes
  pg_ls_archive_statusdir pg_ls_dir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir
  pg_ls_replslotdir pg_ls_summariesdir pg_ls_tmpdir pg_ls_waldir pg_lsn pg_lsn_in pg_lsn_larger
  pg_lsn_out pg_lsn_smaller pg_mcv_list_items pg_my_temp_schema pg_nextoid pg_notification_queue_usage
  pg_notify pg_numa_available pg_opclass_is_visible pg_operator_is_visible pg_opfamily_is_visible
  pg_options_to_table pg_partition_ancestors pg_partition_root pg_partition_tree pg_postmaster_start_time
  pg_prepared_statement pg_prepared_xact pg_promote pg_read_binary_file pg_read_file pg_read_file_old
  pg_relation_filenode pg_relation_filepath pg_relation_is_publishable pg_relation_is_updatable
  pg_relation_size pg_reload_conf pg_replication_origin_advance pg_replication_origin_create
  pg_replication_origin_drop pg_replication_origin_oid pg_replication_origin_progress
  pg_replication_origin_session_is_setup pg_replication_origin_session_progress
  pg_replication_origin_session_reset pg_replication_origin_session_setup
  pg_replication_origin_xact_reset pg_replication_origin_xact_setup pg_replication_slot_advance
  pg_restore_attribute_stats pg_restore_relation_stats pg_rotate_logfile pg_rotate_logfile_old
  pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_sequence_parameters pg_settings_get_flags
  pg_show_all_file_settings pg_show_all_settings pg_show_replication_origin_status pg_size_bytes
  pg_size_pretty pg_sleep pg_sleep_for pg_sleep_until pg_snapshot_in pg_snapshot_out pg_snapshot_xip
  pg_snapshot_xmax pg_snapshot_xmin pg_split_walfile_name pg_start_backup pg_stat_file
  pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time pg_stat_get_total_autovacuum_time
  pg_stat_get_total_vacuum_time pg_statistics_obj_is_visible pg_stop_backup pg_stop_making_pinned_objects
  pg_switch_wal pg_sync_replication_slots pg_table_is_visible pg_table_size pg_tablespace_databases
  pg_tablespace_location pg_tablespace_size pg_terminate_backend pg_timezone_abbrevs
  pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names pg_total_relation_size
  pg_trigger_depth pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock
  pg_try_advisory_xact_lock_shared pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible
  pg_ts_template_is_visible pg_type_is_visible pg_typeof pg_visible_in_snapshot pg_wal_lsn_diff
  pg_wal_replay_pause pg_wal_replay_resume pg_wal_summary_contents pg_walfile_name pg_walfile_name_offset
  pg_xact_commit_timestamp pg_xact_commit_timestamp_origin pg_xact_status pgp_armor_headers pgp_key_id
  pgp_pub_decrypt pgp_pub_decrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_decrypt
  pgp_sym_decrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea phraseto_tsquery pi plainto_tsquery
  plpgsql_validator point point_in point_out poly_in poly_out polygon popen populate_record position
  postgresql_fdw_validator pow power querytree quote_ident quote_literal quote_nullable radians radius
  random random_normal range_agg range_in range_intersect_agg range_intersect_agg_transfn range_merge
  range_out rank record_in record_larger record_out record_smaller regclass regclassin regclassout
  regcollationin regcollationout regconfigin regconfigout regdictionaryin regdictionaryout regexp_count
  regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array
  regexp_split_to_table regexp_substr regnamespacein regnamespaceout regoperatorin regoperatorout
  regoperin regoperout regprocedurein regprocedureout regprocin regprocout regr_avgx regr_avgy regr_count
  regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy regrolein regroleout regtypein regtypeout
  repeat replace reverse right round row_number row_security_active row_to_json rpad rtrim scale
  schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema seg_center seg_cmp seg_contained
  seg_contains seg_different seg_ge seg_gt seg_inter seg_le seg_left seg_lower seg_lt seg_over_left
  seg_over_right seg_overlap seg_right seg_same seg_size seg_union seg_upper session_user set_bit
  set_byte set_config set_limit set_masklen setseed setval setweight sha224 sha256 sha384 sha512
  shobj_description show_limit show_trgm sign similar_escape similar_to_escape similarity similarity_dist
  similarity_op sin sind sinh skeys slice slice_array slope sort sort_asc sort_desc soundex
  spg_poly_quad_compress split_part sqrt statement_timestamp stddev stddev_pop stddev_samp
  strict_word_similarity strict_word_similarity_commutator_op strict_word_similarity_dist_commutator_op
  strict_word_similarity_dist_op strict_word_similarity_op string_agg string_to_array string_to_table
  strip strpos subarray subltree subpath substr substring sum svals system_user table_to_xml
  table_to_xml_and_xmlschema table_to_xmlschema tan tand tanh tconvert text text2ltree text_larger
  text_smaller text_soundex texticlike texticnlike texticregexeq texticregexne textin textlen textout
  tidin tidlarger tidout tidsmaller time time_dist time_in time_larger time_out time_smaller timeofday
  timestamp timestamp_in timestamp_larger timestamp_out timestamp_smaller timestamptz timestamptz_in
  timestamptz_larger timestamptz_out timestamptz_smaller timetz timetz_in timetz_larger timetz_out
  timetz_smaller timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct
  to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
  to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector transaction_timestamp translate
  trim_array trim_scale trunc ts_debug ts_delete ts_dist ts_filter ts_headline ts_lexize ts_parse ts_rank
  ts_rank_cd ts_token_type tsmultirange tsquery_phrase tsqueryin tsqueryout tsrange tsrange_subdiff
  tstz_dist tstzmultirange tstzrange tstzrange_subdiff tsvector_to_array tsvectorin tsvectorout
  txid_current txid_current_if_assigned txid_current_snapshot txid_snapshot_in txid_snapshot_out
  txid_snapshot_xip txid_snapshot_xmax txid_snapshot_xmin txid_status txid_visible_in_snapshot unaccent
  unicode_assigned unicode_version uniq unistr unnest upc upper upper_inc upper_inf
  uuid_extract_timestamp uuid_extract_version uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3
  uuid_generate_v4 uuid_generate_v5 uuid_in uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500
  uuid_out uuidv4 uuidv7 var_pop var_samp varbit varbit_in varbit_out varchar varcharin varcharout
  variance version websearch_to_tsquery width width_bucket word_similarity word_similarity_commutator_op
  word_similarity_dist_commutator_op word_similarity_dist_op word_similarity_op xid xid8_larger
  xid8_smaller xid8in xid8out xidin xidout xml xml_in xml_is_well_formed xml_is_well_formed_content
  xml_is_well_formed_document xml_out xmlagg xmlcomment xmlexists xmltext xmlvalidate xpath xpath_exists
`.split(/\s+/),
)

export function isKnownFunction(name: string): boolean {
  return known.has(name)
}

/** The functions that a statement calls and whose owner alone says what they do, each once, as they are written. */
export function unknownFunctions(statement: unknown): readonly string[] {
  const found = new Set<string>()
  for (const { kind, node } of walk(statement)) {
    if (kind !== 'FuncCall') continue
    const path = textsOf(node['funcname'] as Node[] | undefined) // FuncCall.funcname
    const [name = '', schema = 'pg_catalog'] = path.toReversed()
    if (schema !== 'pg_catalog' || !known.has(name)) found.add(path.join('.'))
  }
  return [...found]
}
