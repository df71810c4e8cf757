namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Queues = """
        # RabbitMQ "rabbitmqctl(8)", "rabbitmqadmin", Apache Kafka "Operations", Celery "Workers Guide", NATS CLI
        rabbitmqctl rabbitmq-diagnostics rabbitmq-queues rabbitmq-upgrade rabbitmq-plugins rabbitmq-streams :
          -n= -p= -q -s -t= -l --node= --vhost= --quiet --silent --timeout= --longnames --formatter= --online --offline --local --no-table-headers
          > status | list_queues | list_exchanges | list_bindings | list_connections | list_channels | list_consumers | list_users | list_vhosts | list_permissions | list_policies | list_parameters | list_operator_policies | list_feature_flags | list_user_permissions | list_topic_permissions | list_unresponsive_queues | list_vhost_limits | list_global_parameters | list_hashes | node_health_check | cluster_status | ping | check_running | check_local_alarms | check_alarms | check_port_connectivity | check_port_listener | check_protocol_listener | check_virtual_hosts | check_if_node_is_quorum_critical | alarms | listeners | memory_breakdown | report | server_version | version | runtime_thread_stats | is_booting | is_running | erlang_version | tls_versions | resolve_hostname | os_env | command_line_arguments | list | quorum_status | check_if_node_is_mirror_sync_critical | list_ciphers | log_location | cipher_suites : read shows the broker's state
          > environment : read+secret shows the broker's settings
          > log_tail | observer | log_tail_stream | consume_event_stream : read+hang follows the broker
          > log_tail : read shows the log
            -N= --number=
          > close_connection | close_all_connections | close_all_user_connections | stop_app | start_app | stop | shutdown | restart_vhost | rotate_logs | suspend_listeners | resume_listeners | set_vm_memory_high_watermark | set_disk_free_limit | sync_queue | cancel_sync_queue | rebalance | drain | revive | await_startup | await_online_nodes | set_log_level | force_gc | add_member | grow | shrink | transfer_leadership | join_cluster | rename_cluster_node | change_cluster_node_type | trace_on | trace_off | enable | disable | set | await_online_quorum_plus_one : disruptive changes the broker
          > set_policy | add_user | add_vhost | set_permissions | set_user_tags | set_parameter | set_operator_policy | set_topic_permissions | set_vhost_limits | enable_feature_flag | set_user_limits : reversible changes the broker's settings
          > purge_queue | delete_queue | delete_vhost | delete_user | reset | force_reset | forget_cluster_node | clear_policy | clear_permissions | clear_parameter | force_boot | delete_member | clear_password | change_password | delete_shovel | hard_reset : destructive deletes from the broker
          > eval | encode | decode | remote_shell | export_definitions | import_definitions | eval_file : unknown runs code or moves definitions
        rabbitmqadmin :
          -H= -P= -u= -V= -f= -d= -N= -c= --host= --port= --username= --vhost= --format= --depth= --ssl -s -q --base-uri=
          -p= --password= : +secret it carries a password
          > list | show | --version | help : read shows the broker's state
          > get : disruptive takes messages out of a queue
          > declare : reversible makes a queue or exchange
          > publish : disruptive sends a message
          > close : disruptive closes a connection
          > purge | delete : destructive deletes messages or queues
          > export | import : unknown moves definitions
        kafka-topics.sh kafka-topics :
          --bootstrap-server= --zookeeper= --topic= --command-config= --under-replicated-partitions --unavailable-partitions --exclude-internal --under-min-isr-partitions --at-min-isr-partitions --topics-with-overrides --partitions= --replication-factor= --config= --if-exists --if-not-exists
          --list --describe => read shows topics
          --create => reversible makes a topic
          --alter => disruptive changes a topic
          --delete => destructive deletes a topic
        kafka-consumer-groups.sh kafka-consumer-groups :
          --bootstrap-server= --group= --topic= --command-config= --all-groups --all-topics --timeout= --members --verbose --state? --offsets --to-earliest --to-latest --to-offset= --shift-by= --to-datetime= --by-duration= --from-file= --to-current --dry-run --export
          --list --describe => read shows consumer groups
          --reset-offsets => read shows which offsets would be set
          --execute : destructive sets offsets, messages are lost or repeated
          --delete --delete-offsets => destructive deletes a consumer group
        kafka-console-consumer.sh kafka-console-consumer kcat kafkacat :
          hook kafka-consumer
        kafka-console-producer.sh kafka-console-producer kafka-producer-perf-test.sh : disruptive sends messages
        kafka-configs.sh kafka-configs :
          --bootstrap-server= --entity-type= --entity-name= --command-config= --all --zookeeper= --entity-default --add-config= --delete-config= --topic= --broker=
          --describe => read shows settings
          --alter => disruptive changes settings
        kafka-broker-api-versions.sh kafka-log-dirs.sh kafka-get-offsets.sh kafka-run-class.sh kafka-metadata-quorum.sh kafka-replica-verification.sh : 
          --bootstrap-server= --command-config= --describe --topic-list= --broker-list= --topic= --time= --partitions= 
          --bootstrap-controller=
          hook kafka-reads
        kafka-broker-api-versions kafka-log-dirs kafka-get-offsets kafka-metadata-quorum : read shows the cluster's state
          --bootstrap-server= --command-config= --describe --topic-list= --broker-list= --topic= --time= --bootstrap-controller= --replication --status
        kafka-reassign-partitions.sh kafka-leader-election.sh kafka-preferred-replica-election.sh kafka-acls.sh kafka-transactions.sh kafka-features.sh kafka-reassign-partitions kafka-acls kafka-leader-election : disruptive changes the cluster
          --bootstrap-server= --reassignment-json-file= --command-config= --topics-to-move-json-file= --broker-list= --zookeeper= --topic= --group= --principal= --throttle=
          --verify --generate --list => read shows the plan
          --describe => read shows it
        kafka-delete-records.sh kafka-delete-records : destructive deletes records
        kafka-server-start.sh kafka-server-stop.sh zookeeper-server-stop.sh zookeeper-server-start.sh : disruptive starts or stops a server
        zkCli.sh zookeeper-shell.sh zkServer.sh : unknown speaks to ZooKeeper
          > status : read shows its state
        nats :
          -s= --server= --context= --creds= --user=
          --password= : +secret it carries a password
          > server check | server list | server ping | server report | server info | stream ls | stream list | stream info | stream report | stream state | consumer ls | consumer info | consumer report | rtt | account info | stream view : read shows the server's state
          > sub : read+hang follows messages
          > pub | request | bench | stream add | stream edit | consumer add | consumer next : disruptive sends or takes messages
          > stream purge | stream rm | stream rmm | consumer rm : destructive deletes messages
        celery :
          source Celery, "Management Command-line Utilities"
          -A= -b= --app= --broker= -q -C --workdir= --config= --no-color --quiet --result-backend= --skip-checks
          > inspect : read asks the workers
            -t= -d= -j --timeout= --destination= --json
            @1~memdump|objgraph : unknown writes a dump
          > status | report | list | --version | help : read asks the workers
            -t= -j --timeout= --json -d=
          > events | shell : read+hang+interactive shows until it is stopped
          > purge : destructive drops all waiting tasks
          > control : disruptive changes the workers
          > worker | beat | multi | upgrade | call | amqp | migrate | graph | flower | logtool | result : disruptive starts workers or tasks
        rq rqinfo sidekiqctl sidekiqmon bullmq dramatiq flower huey : disruptive works on queues
          > info : read shows queues
            -u= --raw -R -Q
        rqinfo sidekiqmon : read shows queues
          any-option
        """;
}
