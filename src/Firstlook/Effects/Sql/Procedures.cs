using System.Collections.Frozen;
using System.Globalization;

namespace Firstlook.Effects.Sql;

/// <summary>Procedures that come with a server (SQL Server "System stored procedures", Amazon RDS "Stored procedures", Oracle packages). Any other is unknown: its body
/// decides.</summary>
internal static class Procedures
{
    static readonly FrozenSet<string> Reads = WordSet.Of("""
        sp_who sp_who2 sp_whoisactive sp_lock sp_spaceused sp_help sp_helpdb sp_helpfile sp_helptext sp_helpindex sp_helpconstraint sp_helpuser sp_helplogins
        sp_helprole sp_helpserver sp_help_job sp_help_jobactivity sp_help_jobhistory sp_columns sp_tables sp_linkedservers sp_describe_first_result_set
        sp_readerrorlog xp_readerrorlog xp_fixeddrives
        sp_blitz sp_blitzfirst sp_blitzwho sp_blitzcache sp_blitzindex sp_blitzlock sp_pressuredetector sp_replcounters sp_replmonitorhelppublication
        sp_replmonitorsubscriptionpendingcmds sp_repltrans
        rds_task_status rds_show_configuration
        ps_setup_show_enabled ps_setup_show_disabled ps_setup_show_enabled_consumers ps_setup_show_disabled_consumers ps_setup_show_enabled_instruments
        ps_setup_show_disabled_instruments
        """);

    static readonly FrozenSet<string> Changes = WordSet.Of("""
        sp_humanevents sp_updatestats sp_recompile sp_start_job sp_stop_job sp_update_job sp_configure sp_refreshview sp_dboption sp_changedbowner
        sp_cycle_errorlog sp_cycle_agent_errorlog sp_query_store_force_plan sp_query_store_unforce_plan
        run_job rds_kill rds_kill_query rds_set_configuration rds_skip_repl_error rds_start_replication rds_stop_replication rds_rotate_slow_log
        rds_rotate_general_log rds_next_master_log rds_set_external_master
        kill_query rollback_to_snapshot gather_table_stats gather_schema_stats gather_database_stats gather_index_stats
        """);

    /// <summary>Beginnings of parameters that make a procedure which shows write a table, or count anew.</summary>
    static readonly string[] KeptBy = ["output", "destination", "updateusage", "publish", "email", "mail", "log_to", "logto", "log_database", "log_schema", "log_table", "save",
        "write", "send", "delete", "drop", "create", "cleanup"];

    /// <summary>Seconds that a procedure may wait between two samples (sp_BlitzFirst, "@Seconds"; sp_PressureDetector, "@sample_seconds").</summary>
    const double MostBetween = 60;

    static bool Waits(List<SqlToken> tokens, int at) =>
        tokens[at].Kind == SqlKind.Word && tokens[at].Text.EndsWith("seconds", StringComparison.Ordinal) && tokens[at - 1].Is("@") && at + 2 < tokens.Count
            && tokens[at + 1].Is("=")
            && tokens[at + 2].Kind == SqlKind.Number
            && !(double.TryParse(tokens[at + 2].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds <= MostBetween);

    public static Verdict Judge(List<SqlToken> tokens, int at)
    {
        var verb = tokens[at].Text.ToUpperInvariant();
        if (PackageAt(tokens, at + 1) is ({ } known, var next) && IsOneCall(tokens, next)) return known;
        var name = at + 1;
        while (name + 2 < tokens.Count && tokens[name + 1].Is(".")) name += 2;
        if (name >= tokens.Count || tokens[name].Kind is not (SqlKind.Word or SqlKind.Quoted)) return Verdict.Unknown($"{verb} runs what its body says");
        var procedure = tokens[name].Text.ToLowerInvariant();
        if (tokens.Skip(name + 1)
            .FirstOrDefault(token =>
                token.Kind == SqlKind.Word && Array.Exists(KeptBy, start => token.Text.StartsWith(start, StringComparison.Ordinal))) is { Text: { Length: > 0 } keeps })
            return Verdict.Unknown($"'{keeps}' has {procedure} write or send");
        // SQL Server, "sp_spaceused": the second argument is @updateusage, by position too.
        if (procedure == "sp_spaceused"
            && tokens.Skip(name + 1).Any(token => token.Kind is SqlKind.String or SqlKind.Word && token.Text.Equals("true", StringComparison.OrdinalIgnoreCase)))
            return Verdict.Unknown("sp_spaceused is told to count anew");
        // SQL Server, "sp_configure": without a value it shows what is set.
        if (procedure == "sp_configure" && name == at + 1 && (tokens.Count == name + 1 || tokens.Count == name + 2 && tokens[name + 1].Kind == SqlKind.String))
            return Verdict.Read("sp_configure shows what is set");
        // SQL Server, "sp_monitor": what it shows is kept for the next call, which shows the difference.
        if (procedure == "sp_monitor") return Verdict.Reversible("sp_monitor keeps what it shows for the next call");
        // SQL Server, "sp_change_users_login": of its actions only one reports.
        if (procedure == "sp_change_users_login" && tokens.Count == name + 2 && tokens[name + 1].Kind == SqlKind.String
            && tokens[name + 1].Text.Equals("report", StringComparison.OrdinalIgnoreCase))
            return Verdict.Read("it reports users without a login");
        // Without a semicolon another statement may follow: only plain arguments are let through.
        for (var i = name + 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is SqlKind.Word && !tokens[i - 1].Is("@") && !(i >= 2 && tokens[i - 1].Is(">"))
                && tokens[i].Text is not ("null" or "true" or "false" or "cascade") && !(i + 1 < tokens.Count && tokens[i + 1].Is("="))
                // "rds_kill(THREAD_ID)": one word between brackets or commas is an argument still.
                && !(tokens[name + 1].Is("(") && tokens[i - 1].Text is "(" or "," && i + 1 < tokens.Count && tokens[i + 1].Text is ")" or ",")
                || tokens[i].Kind is SqlKind.Meta) return Verdict.Unknown($"{verb} {procedure} is followed by more than arguments");
        }
        // A schema of the team's own may hold a procedure of the same name.
        return Reads.Contains(procedure) && (name == at + 1 || tokens[name - 2].Text is "dbo" or "sys" or "mysql")
            ? Verdict.Read($"{procedure} shows state", Enumerable.Range(name + 1, tokens.Count - name - 1).Any(i => Waits(tokens, i)) ? EffectTags.Hang : EffectTags.None)
            : Changes.Contains(procedure)
            ? Verdict.Disruptive($"{procedure} changes the server")
            : Verdict.Unknown($"{verb} runs what its body says");
    }

    /// <summary>
    /// Procedures of Oracle's own packages ("PL/SQL Packages and Types Reference"; Amazon RDS for Oracle, "rdsadmin"), by package and name:
    /// a name alone says little, and a package of the team's own is not among them.
    /// </summary>
    static readonly FrozenDictionary<string, Verdict> OfPackages = Packages();

    // What makes or changes a job is not among them: an argument holds the code that it will run.
    static FrozenDictionary<string, Verdict> Packages()
    {
        var rules = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        void Add(string package, string names, Func<string, Verdict> verdict)
        {
            foreach (var name in names.Split(' ')) rules[$"{package}.{name}"] = verdict($"{package}.{name}");
        }

        Add("dbms_output", "put_line put new_line enable disable", name => Verdict.Read($"{name} shows text"));
        Add("dbms_lock", "sleep", name => Verdict.Read($"{name} waits", EffectTags.Hang));
        Add("dbms_session", "sleep", name => Verdict.Read($"{name} waits", EffectTags.Hang));
        Add("dbms_application_info", "set_module set_action set_client_info", name => Verdict.Read($"{name} names the session"));
        Add("dbms_scheduler", "enable set_scheduler_attribute", name => Verdict.Reversible($"{name} changes when jobs run"));
        Add("dbms_scheduler", "disable run_job stop_job close_window open_window", name => Verdict.Disruptive($"{name} starts or stops a job"));
        Add("dbms_scheduler", "drop_job drop_program drop_schedule drop_chain drop_job_class purge_log", name => Verdict.Destructive($"{name} deletes a job or its record"));
        Add("dbms_job", "broken run next_date", name => Verdict.Disruptive($"{name} changes when jobs run"));
        Add("dbms_job", "remove", name => Verdict.Destructive($"{name} deletes a job"));
        Add("dbms_stats",
            "gather_table_stats gather_schema_stats gather_database_stats gather_index_stats gather_dictionary_stats gather_system_stats "
                + "gather_fixed_objects_stats restore_table_stats restore_schema_stats lock_table_stats unlock_table_stats set_table_prefs",
            name => Verdict.Disruptive($"{name} changes how statements are planned", EffectTags.Cost));
        Add("dbms_stats", "delete_table_stats delete_schema_stats delete_index_stats delete_column_stats", name => Verdict.Destructive($"{name} deletes statistics"));
        Add("dbms_service", "start_service create_service modify_service", name => Verdict.Reversible($"{name} changes how the database is reached"));
        Add("dbms_service", "stop_service disconnect_session relocate_service", name => Verdict.Disruptive($"{name} interrupts sessions"));
        Add("dbms_shared_pool", "purge keep unkeep", name => Verdict.Disruptive($"{name} empties what is cached"));
        Add("dbms_resource_manager", "switch_plan switch_consumer_group_for_sess switch_consumer_group_for_user",
            name => Verdict.Disruptive($"{name} changes what sessions may use"));
        Add("dbms_workload_repository", "create_snapshot modify_snapshot_settings create_baseline", name => Verdict.Reversible($"{name} keeps what was measured"));
        Add("dbms_workload_repository", "drop_snapshot_range drop_baseline", name => Verdict.Destructive($"{name} deletes what was measured"));
        Add("dbms_monitor",
            "session_trace_enable session_trace_disable client_id_trace_enable client_id_trace_disable serv_mod_act_trace_enable serv_mod_act_trace_disable "
                + "database_trace_enable database_trace_disable",
            name => Verdict.Reversible($"{name} changes what is traced"));
        Add("dbms_mview", "refresh refresh_all_mviews refresh_dependent", name => Verdict.Disruptive($"{name} writes a view anew", EffectTags.Cost));
        Add("dbms_aqadm", "start_queue", name => Verdict.Reversible($"{name} lets a queue be used"));
        Add("dbms_aqadm", "stop_queue alter_queue", name => Verdict.Disruptive($"{name} stops a queue"));
        Add("dbms_aqadm", "purge_queue_table drop_queue drop_queue_table", name => Verdict.Destructive($"{name} deletes messages"));
        Add("rdsadmin_util", "kill disconnect restricted_session", name => Verdict.Disruptive($"{name} ends sessions"));
        Add("rdsadmin_util", "switch_logfile checkpoint", name => Verdict.Reversible($"{name} has the database write what it holds"));
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary><c>DBMS_SCHEDULER.DISABLE('J')</c> as a statement within a block.</summary>
    /// <returns>Null where it calls nothing that is known.</returns>
    public static Verdict? Called(List<SqlToken> statement)
    {
        if (PackageAt(statement, 0) is not ({ } verdict, var next)) return null;
        return IsOneCall(statement, next) ? verdict : Verdict.Unknown("it is followed by more than arguments");
    }

    static (Verdict? Verdict, int Next) PackageAt(List<SqlToken> tokens, int at)
    {
        // "SYS.DBMS_STATS.GATHER_TABLE_STATS"
        if (at + 1 < tokens.Count && tokens[at].Text is "sys" or "rdsadmin" && tokens[at + 1].Is(".")) at += 2;
        if (at + 2 >= tokens.Count || tokens[at].Kind != SqlKind.Word || !tokens[at + 1].Is(".") || tokens[at + 2].Kind != SqlKind.Word) return (null, at);
        return (OfPackages.TryGetValue($"{tokens[at].Text}.{tokens[at + 2].Text}", out var verdict) ? verdict : null, at + 3);
    }

    // Nothing but arguments in brackets: values, and names with what they are given.
    static bool IsOneCall(List<SqlToken> tokens, int at)
    {
        if (at == tokens.Count) return true;
        if (!tokens[at].Is("(") || !tokens[^1].Is(")")) return false;
        for (var i = at + 1; i < tokens.Count - 1; i++)
        {
            var isName = tokens[i].Kind == SqlKind.Word && (tokens[i].Text is "null" or "true" or "false" || (i + 1 < tokens.Count && tokens[i + 1].Is("=")));
            if (!isName && tokens[i].Kind is not (SqlKind.String or SqlKind.Number)
                && !(tokens[i].Kind == SqlKind.Symbol && tokens[i].Text is "," or "=" or ">" or "=>" or "-"))
                return false;
        }

        return true;
    }

    /// <summary>SQL Server, "DBCC".</summary>
    public static Verdict Dbcc(List<SqlToken> tokens, int at)
    {
        var name = at + 1 < tokens.Count ? tokens[at + 1].Text.ToLowerInvariant() : "";
        if (tokens.Skip(at + 2)
            .Any(token =>
                token.Kind == SqlKind.Word && (Following.Verbs.Contains(token.Text) || token.Text is "repair_allow_data_loss" or "repair_rebuild" or "repair_fast")))
            return Verdict.Unknown("DBCC is followed by more than its arguments");
        if (tokens.Skip(at + 2).Any(token => token.Is("clear"))) return Verdict.Destructive("CLEAR forgets what was counted");
        if (name == "checkident" && tokens.Skip(at + 2).Any(token => token.Is("noreseed")) && !tokens.Skip(at + 2).Any(token => token.Is("reseed")))
            return Verdict.Read("NORESEED reports the values");
        if (tokens.Skip(at + 2).Any(token => token.Is("tablock"))) return Verdict.Disruptive("TABLOCK locks the database's tables");
        return name switch
        {
            "opentran" or "sqlperf" or "inputbuffer" or "outputbuffer" or "loginfo" or "useroptions" or "tracestatus" or "show_statistics" or "memorystatus"
                or "proccache" =>
                Verdict.Read($"DBCC {name.ToUpperInvariant()} shows state"),
            "checkdb" or "checktable" or "checkalloc" or "checkcatalog" or "checkconstraints" or "showcontig" =>
                Verdict.Read($"DBCC {name.ToUpperInvariant()} reads everything", EffectTags.Cost),
            "shrinkfile" or "shrinkdatabase" or "freeproccache" or "dropcleanbuffers" or "freesystemcache" or "traceon" or "traceoff" or "updateusage" or "dbreindex"
                or "indexdefrag" or "checkident" =>
                Verdict.Disruptive($"DBCC {name.ToUpperInvariant()} changes the server"),
            _ => Verdict.Unknown("DBCC of a kind that is not known"),
        };
    }

    /// <summary>ClickHouse, "SYSTEM Statements".</summary>
    public static Verdict System(List<SqlToken> tokens, int at)
    {
        var action = at + 1 < tokens.Count ? tokens[at + 1].Text.ToLowerInvariant() : "";
        var shown = $"SYSTEM {action.ToUpperInvariant()}";
        return action switch
        {
            "reload" or "restart" or "restore" or "sync" or "start" or "flush" or "wait" or "load" or "refresh" or "enable" =>
                Verdict.Reversible($"{shown} has the server take up its work or its state again"),
            "stop" or "shutdown" or "kill" or "suspend" or "unload" or "cancel" or "disable" => Verdict.Disruptive($"{shown} interrupts the server's work"),
            "drop" when tokens.Skip(at + 2).Any(token => token.Is("cache")) => Verdict.Disruptive($"{shown} ... CACHE empties a cache"),
            "drop" or "unfreeze" => Verdict.Destructive($"{shown} deletes what the server keeps"),
            _ => Verdict.Unknown("SYSTEM of a kind that is not known"),
        };
    }
}
