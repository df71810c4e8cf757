using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>
/// Functions that only compute or show (PostgreSQL 15, chapters 9 and F; MySQL 8, chapter 12; SQLite "Built-In Scalar SQL Functions"; IBM Db2, "Monitor procedures and functions"),
/// and those that are known to do more. Every other function is unknown: its body decides.
/// </summary>
internal static class SqlFunctions
{
    static readonly FrozenSet<string> Reads = WordSet.Of("""
        mon_get_activity mon_get_activity_details mon_get_agent mon_get_application_handle mon_get_application_id mon_get_appl_lockwait
        mon_get_auto_maint_queue mon_get_auto_runstats_queue mon_get_bufferpool mon_get_cf mon_get_connection mon_get_connection_details mon_get_container
        mon_get_database mon_get_database_details mon_get_extended_latch_wait mon_get_extent_movement_status mon_get_fcm mon_get_fcm_connection_list
        mon_get_group_bufferpool mon_get_hadr mon_get_index mon_get_index_usage_list mon_get_instance mon_get_latch mon_get_locks mon_get_memory_pool
        mon_get_memory_set
        mon_get_page_access_info mon_get_pkg_cache_stmt mon_get_pkg_cache_stmt_details mon_get_queue_stats mon_get_rebalance_status mon_get_routine
        mon_get_routine_details mon_get_routine_exec_list mon_get_rts_rqst mon_get_section mon_get_serverlist mon_get_service_subclass
        mon_get_service_superclass mon_get_table mon_get_tablespace mon_get_tablespace_quiescer mon_get_table_usage_list mon_get_transaction_log
        mon_get_unit_of_work mon_get_unit_of_work_details mon_get_usage_list_status mon_get_utility mon_get_workload mon_get_workload_details
        aurora_version aurora_replica_status aurora_global_db_status aurora_global_db_instance_status aurora_db_instance_identifier aurora_ccm_status
        aurora_list_builtins aurora_stat_backend_waits aurora_stat_dml_activity aurora_stat_get_db_commit_latency aurora_stat_memctx_usage
        aurora_stat_statements aurora_stat_superuser_reserved_conns aurora_stat_system_waits aurora_wait_report aurora_stat_logical_wal_cache
        env_get_system_resources env_get_db2_system_resources env_get_network_resources
        mean spread derivative non_negative_derivative difference non_negative_difference moving_average cumulative_sum holt_winters integral percentile stddev median fill
        count sum avg min max array_agg string_agg json_agg jsonb_agg json_object_agg jsonb_object_agg bool_and bool_or every bit_and bit_or xmlagg mode
        percentile_cont percentile_disc stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp regr_slope regr_r2 regr_intercept
        regr_count any_value
        row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value grouping
        abs ceil ceiling floor round trunc sign sqrt cbrt exp ln log log10 log2 power pow mod div greatest least pi random degrees radians sin cos tan asin
        acos atan atan2 width_bucket gcd lcm
        length char_length character_length octet_length bit_length lower upper initcap trim ltrim rtrim btrim substr substring left right lpad rpad replace
        translate reverse repeat split_part position strpos concat concat_ws format chr ascii md5 sha224 sha256 sha384 sha512 encode decode quote_ident
        quote_literal quote_nullable overlay starts_with
        regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_count regexp_instr regexp_like regexp_substr
        string_to_array string_to_table array_to_string unnest array_length array_position array_positions array_append array_prepend array_cat array_remove
        array_replace array_upper array_lower array_ndims array_dims cardinality generate_series generate_subscripts
        now clock_timestamp statement_timestamp transaction_timestamp current_timestamp current_date current_time localtime localtimestamp timeofday age
        date_part date_trunc date_bin extract to_char to_date to_timestamp to_number make_date make_time make_timestamp make_timestamptz make_interval
        isfinite justify_days justify_hours justify_interval timezone
        coalesce nullif cast convert_from convert_to num_nulls num_nonnulls exists in any all some array row interval case not
        json_build_object jsonb_build_object json_build_array jsonb_build_array to_json to_jsonb row_to_json array_to_json json_array_elements
        jsonb_array_elements json_array_elements_text jsonb_array_elements_text json_array_length jsonb_array_length json_each jsonb_each json_each_text
        jsonb_each_text json_object_keys jsonb_object_keys json_extract_path json_extract_path_text jsonb_extract_path jsonb_extract_path_text json_typeof
        jsonb_typeof jsonb_pretty jsonb_set jsonb_insert jsonb_strip_nulls json_strip_nulls jsonb_path_query jsonb_path_query_array jsonb_path_query_first
        jsonb_path_exists jsonb_path_match json_to_record jsonb_to_record json_to_recordset jsonb_to_recordset json_populate_record jsonb_populate_record
        json_populate_recordset jsonb_populate_recordset hstore
        pg_stat_get_backend_activity count_if countif normalizequery normalizedqueryhash pg_get_wal_record_info pg_get_wal_records_info pg_get_wal_block_info
        pg_get_wal_stats version current_database current_catalog current_schema current_schemas current_user session_user user inet_client_addr
        inet_client_port inet_server_addr inet_server_port pg_backend_pid pg_blocking_pids pg_safe_snapshot_blocking_pids pg_conf_load_time
        pg_postmaster_start_time pg_is_in_recovery pg_is_wal_replay_paused pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp
        pg_current_wal_lsn pg_current_wal_insert_lsn pg_current_wal_flush_lsn pg_wal_lsn_diff pg_walfile_name pg_walfile_name_offset
        pg_get_wal_replay_pause_state pg_last_committed_xact pg_xact_commit_timestamp pg_current_logfile pg_current_xact_id_if_assigned pg_snapshot_xmin
        pg_snapshot_xmax pg_current_snapshot txid_current_if_assigned txid_current_snapshot txid_snapshot_xmin txid_snapshot_xmax txid_status pg_xact_status
        mxid_age
        pg_size_pretty pg_size_bytes pg_database_size pg_table_size pg_total_relation_size pg_relation_size pg_indexes_size pg_tablespace_size pg_column_size
        pg_column_compression pg_relation_filepath pg_relation_filenode pg_filenode_relation pg_tablespace_location pg_tablespace_databases
        current_setting pg_get_viewdef pg_get_indexdef pg_get_constraintdef pg_get_functiondef pg_get_function_arguments pg_get_function_result
        pg_get_function_identity_arguments pg_get_triggerdef pg_get_ruledef pg_get_expr pg_get_userbyid pg_get_serial_sequence pg_get_partkeydef
        pg_get_keywords pg_get_statisticsobjdef pg_get_publication_tables pg_partition_tree pg_partition_root pg_partition_ancestors format_type
        obj_description col_description shobj_description pg_describe_object pg_identify_object pg_typeof to_regclass to_regtype to_regproc to_regrole
        to_regnamespace pg_encoding_to_char pg_char_to_encoding pg_timezone_names pg_collation_for pg_index_column_has_property pg_index_has_property
        pg_options_to_table
        has_table_privilege has_schema_privilege has_database_privilege has_column_privilege has_function_privilege has_sequence_privilege
        has_any_column_privilege has_tablespace_privilege has_type_privilege pg_has_role row_security_active pg_function_is_visible pg_table_is_visible
        pg_type_is_visible aclexplode makeaclitem acldefault
        pg_stat_get_activity pg_stat_get_backend_pid pg_stat_get_backend_idset pg_stat_get_numscans pg_stat_get_live_tuples pg_stat_get_dead_tuples
        pg_stat_get_tuples_inserted pg_stat_get_tuples_updated pg_stat_get_tuples_deleted pg_stat_get_last_vacuum_time pg_stat_get_last_autovacuum_time
        pg_stat_get_last_analyze_time pg_stat_get_last_autoanalyze_time pg_stat_get_blocks_hit pg_stat_get_blocks_fetched pg_stat_get_db_numbackends
        pg_stat_get_progress_info pg_stat_get_wal_senders pg_stat_get_replication_slots pg_stat_get_mod_since_analyze pg_stat_get_snapshot_timestamp
        pg_lock_status pg_prepared_xact pg_prepared_statement pg_cursor pg_show_all_settings pg_hba_file_rules pg_replication_origin_progress
        pg_show_replication_origin_status pg_get_replication_slots pg_stat_statements pg_stat_statements_info pg_stat_get_wal_receiver
        pg_notification_queue_usage pg_listening_channels pg_isolation_test_session_is_blocked pg_jit_available pg_trigger_depth pg_sequence_last_value
        currval lastval pg_control_checkpoint pg_control_system pg_control_recovery pg_control_init pg_ls_waldir pg_ls_logdir pg_ls_archive_statusdir
        pg_ls_tmpdir pgstattuple pgstattuple_approx bt_metap bt_page_stats bt_page_items pgstatindex pg_freespace pg_buffercache_pages pg_visibility_map
        pg_visibility pg_visibility_map_summary citus_version
        pg_mcv_list_items pg_stat_clear_snapshot pg_buffercache_summary pg_stat_kcache citus_check_cluster_node_health current_version quantilestdigest list
        to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank ts_rank_cd ts_headline setweight tsvector_to_array similarity
        word_similarity show_trgm levenshtein soundex unaccent gen_random_uuid uuid_generate_v4 uuid_generate_v1 host text family masklen netmask network
        broadcast abbrev inet cidr set_masklen hostmask crc32 hashtext lower_inc upper_inc lower_inf upper_inf isempty range_merge numrange daterange tsrange
        tstzrange int4range int8range
        st_distance st_within st_contains st_intersects st_dwithin st_x st_y st_astext st_asgeojson st_makepoint st_setsrid st_point st_geomfromtext st_area
        st_length st_buffer st_transform earth_distance ll_to_earth point box circle polygon path
        time_bucket time_bucket_gapfill first last histogram approx_percentile hypertable_size hypertable_detailed_size chunks_detailed_size show_chunks
        approximate_row_count xpath xmlelement xmlforest xmlserialize
        varchar char character numeric decimal bit varbit timestamp timestamptz time timetz date float int integer bigint smallint real double boolean
        bytea json jsonb uuid name binary varbinary signed unsigned datetime
        ifnull if isnull instr locate group_concat date_format date_add date_sub datediff timestampdiff timestampadd unix_timestamp from_unixtime str_to_date
        curdate curtime sysdate utc_timestamp utc_date year month day hour minute second dayofweek dayofyear weekday week quarter last_day dayname monthname
        database schema connection_id last_insert_id row_count found_rows json_extract json_unquote json_object json_array json_length json_keys
        json_contains json_search json_type json_valid json_arrayagg json_objectagg hex unhex conv bin oct lcase ucase mid field find_in_set elt make_set
        inet_ntoa inet_aton inet6_ntoa uuid_to_bin bin_to_uuid uuid_short truncate insert regexp rand std substring_index space strcmp quote to_days
        from_days sec_to_time time_to_sec time_format addtime subtime makedate maketime period_diff convert collate  format_bytes format_pico_time
        gtid_subset gtid_subtract charset collation coercibility system_user  compress uncompress sha1 sha sha2 is_free_lock is_used_lock
        weight_string value values match against
        typeof total julianday strftime unixepoch iif printf glob like likelihood likely unlikely randomblob zeroblob changes
        total_changes sqlite_version sqlite_source_id last_insert_rowid unicode json_tree json_patch json_remove json_set
        json_group_array json_group_object
        today yesterday tostartofminute tostartofhour tostartofday tostartoffiveminute tostartofinterval todate todatetime tounixtimestamp formatreadablesize
        formatreadablequantity formatdatetime sumif avgif uniq uniqexact uniqif quantile quantiles quantileexact toyyyymm toyyyymmdd argmax argmin
        grouparray arrayjoin arraymap arrayfilter subtractminutes subtracthours subtractdays addminutes addhours adddays tostring toint64 touint64 tofloat64
        multiif hostname uptime  has
        timestamp_sub timestamp_add timestamp_diff timestamp_trunc timestamp_seconds timestamp_millis datetime_sub datetime_add datetime_diff datetime_trunc
        date_diff safe_cast safe_divide approx_count_distinct approx_quantiles parse_timestamp parse_date parse_datetime format_timestamp format_date
        generate_array generate_date_array generate_timestamp_array farm_fingerprint to_json_string struct logical_or logical_and current_datetime
        is_nan is_inf ieee_divide safe_add safe_subtract safe_multiply safe_negate approx_top_count approx_top_sum array_concat array_reverse parse_json
        json_query json_query_array json_extract_scalar json_extract_array json_value_array unix_seconds unix_millis unix_micros timestamp_micros
        date_from_unix_date unix_date generate_uuid contains_substr ends_with regexp_contains regexp_extract regexp_extract_all range_bucket bit_count
        st_geogpoint
        at before iff div0 equal_null nullifzero ratio_to_report object_construct object_keys array_construct array_size try_parse_json to_variant
        to_timestamp_ntz to_timestamp_ltz convert_timezone time_slice date_from_parts timestamp_from_parts timeadd timediff haversine strtok
        hash_agg current_warehouse current_role current_account current_region current_session flatten try_to_number try_to_date
        try_to_timestamp startswith endswith
        lnnvl rawtohex hextoraw ora_hash sys_guid sys_extract_utc dbtimezone sessiontimezone numtoyminterval next_day nlssort vsize bitand
        sys_connect_by_path extractvalue to_clob months_between
        switchoffset todatetimeoffset sysdatetimeoffset datefromparts quotename patindex replicate stats_date object_definition objectproperty
        objectpropertyex indexproperty columnproperty col_name col_length typeproperty parsename has_perms_by_name is_member is_srvrolemember suser_id
        user_id user_name schema_id filegroup_name file_name scope_identity ident_current hashbytes checksum isjson try_parse nvarchar nchar datetime2
        datetimeoffset smalldatetime money uniqueidentifier xact_state applock_mode
        json_overlaps json_pretty json_storage_size json_depth json_merge_patch json_merge_preserve adddate subdate yearweek
        weekofyear to_seconds utc_time microsecond is_uuid is_ipv4 is_ipv6 ps_current_thread_id ps_thread_id st_distance_sphere statement_digest
        statement_digest_text export_set
        topk uniqcombined uniqcombined64 uniqhll12 quantiletiming quantilesif quantileif quantiletdigest medianexact anylast anyif maxif minif countdistinct
        groupuniqarray groupbitor arraycount arraysum arrayavg arraysort arrayreversesort arrayreverse arraydistinct arrayexists arrayall arrayfirst arrayzip
        arrayelement arrayconcat hasany hasall indexof tuple tupleelement mapkeys mapvalues empty notempty tohour tominute tosecond tostartofmonth
        tostartofweek tostartofyear tostartoftenminutes tostartoffifteenminutes tomonday toyear tomonth todayofmonth todayofweek todatetime64
        fromunixtimestamp formatreadabletimedelta formatreadabledecimalsize splitbychar splitbystring extractall replaceregexpone replaceregexpall replaceone
        replaceall domain cutquerystring jsonextractstring jsonextractint jsonextractfloat jsonextractbool jsonextractraw jsonextract jsonhas
        visitparamextractstring dictget dictgetstring toint8 toint16 toint32 touint8 touint16 touint32 tofloat32 todecimal64 touuid toipv4 ipv4numtostring
        cityhash64 siphash64 xxhash64 lowerutf8 upperutf8 lengthutf8 substringutf8 positioncaseinsensitive isnotnull assumenotnull tonullable
        tolowcardinality totypename currentdatabase currentuser fqdn servertimezone runningdifference rownumberinallblocks sumwithoverflow summap avgweighted
        stddevpop varpop deltasum windowfunnel numbers clusterallreplicas
        approx_distinct date_parse from_iso8601_timestamp at_timezone map_keys element_at array_join url_extract_host explode posexplode collect_list
        collect_set get_json_object from_json size writetime ttl token totimestamp dateof unixtimestampof mintimeuuid maxtimeuuid
        table nvl nvl2 systimestamp listagg add_months rownum to_yminterval numtodsinterval sys_context userenv dateadd datepart
        datename getdate getutcdate sysdatetime sysutcdatetime db_name db_id object_name object_id object_schema_name schema_name suser_sname suser_name
        serverproperty databasepropertyex fileproperty len charindex stuff try_cast try_convert newid host_name app_name type_name datalength isdate
        isnumeric has_dbaccess index_col original_login string_split openjson json_value choose eomonth zeroifnull to_varchar
        query_history query_history_by_warehouse query_history_by_user query_history_by_session warehouse_load_history warehouse_metering_history
        task_history copy_history login_history login_history_by_user pipe_usage_history data_transfer_history automatic_clustering_history
        materialized_view_refresh_history storage_usage_history rest_event_history policy_references tag_references task_dependents
        system$clustering_information system$clustering_depth system$clustering_ratio system$pipe_status system$typeof system$stream_has_data
        system$stream_get_table_timestamp system$last_change_commit_time system$explain_plan_json
        gen_random_bytes gen_salt armor dearmor hypopg_list_indexes hypopg_get_indexdef hypopg_relation_size
        bt_index_check pg_is_in_backup pg_backup_start_time pg_xlog_location_diff pg_last_xlog_receive_location pg_last_xlog_replay_location
        pg_current_xlog_location pg_current_xlog_insert_location pg_xlogfile_name pg_get_backend_memory_contexts pg_stat_get_wal transform array_sort
        array_distinct array_intersect array_max array_min array_union map_values map_filter zip_with max_by min_by to_iso8601 from_iso8601_date to_unixtime
        arraystringconcat tostartoffiveminutes simplejsonextractstring simplejsonextractint simplejsonextractfloat simplejsonextractbool
        simplejsonextractraw simplejsonhas topkweighted neighbor laginframe leadinframe dictgetordefault
        over filter within group by order partition using on where and or as select from join lateral when then else having union except intersect limit
        offset between ilike is with set rollup cube sets tablesample columns unique primary key check references materialized rows range similar to
        escape distinct recursive cross inner outer natural fetch window exclude ordinality returning default xmltable json_table
        """);

    static readonly FrozenDictionary<string, Verdict> Others = Dangerous();

    static FrozenDictionary<string, Verdict> Dangerous()
    {
        var rules = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        void Add(string names, Effect effect, string why, EffectTags tags = EffectTags.None)
        {
            foreach (var name in names.Split(' ')) rules[name] = new Verdict(effect, tags, $"{name}() {why}");
        }
        Add("pg_terminate_backend pg_cancel_backend", Effect.Disruptive, "ends other sessions' work");
        // docs.snowflake.com, "System functions": a SELECT that acts.
        Add("system$cancel_query system$cancel_all_queries system$abort_session system$abort_transaction", Effect.Disruptive, "ends other sessions' work");
        Add("system$pipe_force_resume system$task_dependents_enable", Effect.Reversible, "starts what was stopped");
        Add("pg_reload_conf pg_rotate_logfile pg_switch_wal pg_create_restore_point pg_wal_replay_resume", Effect.Reversible, "changes the server's state");
        Add(
            "pg_promote pg_wal_replay_pause pg_create_physical_replication_slot pg_create_logical_replication_slot pg_copy_physical_replication_slot pg_backup_start "
            + "pg_backup_stop pg_start_backup pg_stop_backup pg_notify pg_logical_emit_message nextval pg_replication_origin_create pg_log_backend_memory_contexts",
            Effect.Disruptive, "changes the server");
        Add(
            "pg_advisory_lock pg_advisory_xact_lock pg_advisory_lock_shared pg_advisory_xact_lock_shared pg_try_advisory_lock pg_try_advisory_xact_lock "
            + "pg_try_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all get_lock release_lock release_all_locks",
            Effect.Disruptive, "takes or lets go of a lock");
        Add(
            "pg_drop_replication_slot pg_replication_slot_advance pg_logical_slot_get_changes pg_logical_slot_get_binary_changes pg_replication_origin_drop "
            + "pg_stat_reset pg_stat_reset_shared pg_stat_reset_single_table_counters pg_stat_reset_slru pg_stat_reset_replication_slot pg_stat_statements_reset "
            + "setval lo_unlink lo_import lo_export lo_put lo_from_bytea lo_create lowrite pg_file_write pg_file_unlink pg_file_rename dblink_exec sys_exec sys_eval "
            + "writefile drop_chunks pg_truncate_visibility_map cron.schedule truncate_tables",
            Effect.Destructive, "writes or deletes");
        // docs.timescale.com, "API reference": jobs, policies and chunks.
        Add("alter_job add_job add_compression_policy add_continuous_aggregate_policy add_reorder_policy compress_chunk decompress_chunk", Effect.Reversible,
            "changes a job or a chunk");
        Add("delete_job remove_compression_policy remove_continuous_aggregate_policy remove_retention_policy remove_reorder_policy", Effect.Disruptive, "ends a job");
        Add("drop_chunks add_retention_policy delete_data_node", Effect.Destructive, "deletes data");
        // Transact-SQL: the whole log is read.
        Add("fn_dblog fn_dump_dblog", Effect.Read, "reads the whole log", EffectTags.Cost);
        Add("pg_sleep pg_sleep_for pg_sleep_until sleep", Effect.Read, "waits", EffectTags.Hang);
        Add("txid_current pg_current_xact_id", Effect.Unknown, "uses a transaction number up");
        Add("benchmark", Effect.Disruptive, "keeps a processor busy");
        Add("verify_heapam", Effect.Read, "reads the whole table", EffectTags.Cost);
        Add("pg_prewarm", Effect.Read, "costs time", EffectTags.Cost);
        Add("pg_logical_slot_peek_changes pg_logical_slot_peek_binary_changes", Effect.Read, "reads a slot through", EffectTags.Cost);
        Add("pg_read_file pg_read_binary_file load_file pg_ls_dir readfile lo_get", Effect.Unknown, "reads a file of the server", EffectTags.Secret);
        Add(
            "dblink dblink_connect dblink_open dblink_send_query query_to_xml query_to_json cursor_to_xml database_to_xml set_config load_extension xp_cmdshell "
            + "postgres_fdw_get_connections",
            Effect.Unknown, "runs a text or changes a setting");
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <param name="schema">Null where the name stands alone.</param>
    public static Verdict Judge(string? schema, string name)
    {
        if (Others.TryGetValue(name, out var known)) return known;
        // Dynamic management functions of SQL Server, and what MySQL's sys formats.
        if (schema == "sys"
            && (name.StartsWith("dm_", StringComparison.Ordinal) || name.StartsWith("fn_", StringComparison.Ordinal)
                || name.StartsWith("format_", StringComparison.Ordinal) || name is "version_major" or "version_minor" or "version_patch"))
            return new Verdict(Effect.None, EffectTags.None, "");
        if (schema == "sysproc" && name.StartsWith("mon_get_", StringComparison.Ordinal)) return Judge(null, name);
        // Oracle's packages that only look up or cut out (PL/SQL Packages and Types Reference).
        if ((schema, name) is ("dbms_lob", "substr" or "getlength" or "instr") or ("dbms_metadata", "get_ddl" or "get_dependent_ddl") or ("dbms_rowid", _)
            or ("utl_raw", "cast_to_varchar2" or "cast_to_raw" or "length") or ("dbms_utility", "get_time")
            or ("dbms_sqltune", "report_sql_monitor" or "report_sql_monitor_list"))
            return new Verdict(Effect.None, EffectTags.None, "");
        // Oracle, "DBMS_WORKLOAD_REPOSITORY": reports of stored snapshots.
        if (schema == "dbms_workload_repository" && name is "awr_report_text" or "awr_report_html" or "awr_sql_report_text" or "awr_sql_report_html"
            or "awr_diff_report_text" or "awr_diff_report_html" or "awr_global_report_text" or "awr_global_report_html") return new Verdict(Effect.None, EffectTags.None, "");
        if (schema == "dbms_xplan" && name is "display" or "display_cursor" or "display_awr") return new Verdict(Effect.None, EffectTags.None, "");
        if (schema is not (null or "pg_catalog" or "information_schema")) return Verdict.Unknown($"{schema}.{name}() is a function of the team's own");
        return Reads.Contains(name) ? new Verdict(Effect.None, EffectTags.None, "") : Verdict.Unknown($"{name}() is not known to read only");
    }
}
