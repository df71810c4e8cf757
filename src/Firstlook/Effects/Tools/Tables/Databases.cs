namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Databases = """
        # PostgreSQL 15 reference "Client Applications", MySQL 8 manual chapter 4, redis-cli, mongosh, sqlite3(1)
        psql :
          source psql, Options
          -X -A -t -x -q -1 -e -a -b -E -n -w -W -S -s -l -z -0 --no-psqlrc --no-align --tuples-only --expanded --quiet --single-transaction --echo-queries --echo-all --echo-errors --echo-hidden --no-readline --no-password --password --single-step --single-line --list --csv --html -H --field-separator-zero --record-separator-zero
          -h= -p= -U= -d= -c= -F= -R= -P= -T= -v= --host= --port= --username= --dbname= --command= --field-separator= --record-separator= --pset= --table-attr= --set= --variable=
          -f= --file= : unknown the statements are in a file
          -o= -L= --output= --log-file= : destructive writes a file
          hook psql
        pg_isready : read asks whether the server answers
          -h= -p= -U= -d= -t= -q --host= --port= --username= --dbname= --timeout= --quiet
        pg_dump pg_dumpall pg_basebackup : read+cost reads the whole database
          -h= -p= -U= -d= -F= -n= -N= -t= -T= -Z= -E= -j= -S= -X= -s -a -c -C -O -x -v -w -W -b -B -o -g -r -P -R --schema-only --data-only --clean --create --if-exists --no-owner --no-privileges --no-acl --host= --port= --username= --dbname= --format= --table= --schema= --exclude-table= --exclude-schema= --exclude-table-data= --inserts --column-inserts --verbose --compress= --jobs= --globals-only --roles-only --no-password --lock-wait-timeout= --snapshot= --section= --wal-method= --progress --checkpoint= --write-recovery-conf
          -f= --file= -D= --pgdata= : destructive writes a file
          -s --schema-only --globals-only : read
        pg_restore : destructive restores over what is there
          -l --list => read lists an archive
          -d= -h= -p= -U= -j= -f= -F=
        createdb createuser vacuumdb clusterdb reindexdb pgbench : disruptive changes or loads a database server
          -i : destructive pgbench -i drops its tables
        dropdb dropuser : destructive drops a database
        pg_controldata pg_config pg_waldump pg_lsclusters pg_amcheck pg_test_timing : read shows state
          any-option
          --install-missing? --save-fullpage= : disruptive installs an extension or writes files
        pg_ctl pg_ctlcluster pg_promote repmgr patronictl pg_rewind pg_resetwal pg_upgrade pg_drop_replication : disruptive changes the server
          > status | cluster show | node status | cluster event | list | topology | history | show-config | version | cluster crosscheck | node check : read shows the server's state
            -D= -c= -f= -d= --csv
          > restart | stop | reload | promote | failover | switchover | reinit | pause | resume | edit-config | remove : disruptive changes the server
        pgbackrest barman wal-g : disruptive backs up or restores
          > info | check | list-backups | show-backup | list-server | status | backup-list | wal-show | version | list-backup : read shows backups
            --stanza= --output= -c=
          > backup | backup-push : read+cost copies the whole database
          > restore | recover | backup-fetch | expire | delete | stanza-delete : destructive restores over what is there or deletes backups
        pgcli mycli litecli usql : read+interactive opens a session
        pgbouncer : disruptive starts or replaces a pooler
          -V --version => read shows the version
        mysql mariadb :
          source MySQL manual, 4.5.1
          -h= -P= -u= -D= -e= -p? -S= -N -B -t -E -s -r -v -f -A -q -w -n -H -X -C --host= --port= --user= --database= --execute= --password? --socket= --skip-column-names --batch --table --vertical --silent --raw --verbose --ssl-mode= --default-character-set= --connect-timeout= --no-auto-rehash --protocol= --ssl-ca= --column-names --safe-updates
          -p? --password? : read
          --tee= --outfile= --init-command= --defaults-file= --defaults-extra-file= --login-path= --plugin-dir= --pager= --local-infile= --default-auth= : unknown changes what runs
          hook mysql
        mysqladmin mariadb-admin :
          -h= -P= -u= -p? -S= --host= --user= --password? --socket= -i= --sleep= -c= -r
          > status | ping | processlist | variables | extended-status | version | proc : read shows the server's state
          > kill | shutdown | refresh | reload | flush-hosts | flush-logs | flush-status | flush-tables | flush-threads | flush-privileges | password | stop-replica | start-replica | stop-slave | start-slave : disruptive changes the server
          > create : reversible makes a database
          > drop : destructive drops a database
        mysqldump mariadb-dump mysqlpump mydumper xtrabackup mariabackup : read+cost reads the whole database
          -h= -P= -u= -p? -S= -A -B -d -t -R -E -v -q -n -Q --host= --port= --user= --password? --single-transaction --quick --lock-tables=false --all-databases --databases --no-data --routines --triggers --events --set-gtid-purged= --skip-lock-tables --skip-add-locks --no-create-info --column-statistics= --where= --ignore-table= --compress --hex-blob --no-tablespaces --extended-insert --skip-extended-insert --opt --skip-opt
          -r= -T= --result-file= --tab= : destructive writes files
          -F --flush-logs --source-data? --master-data? --delete-master-logs --lock-all-tables --lock-tables : disruptive locks tables or rotates logs
        mysqlcheck mysqlimport mysqlbinlog mysqlshow mysqlslap mysqlsh innochecksum pt-kill pt-online-schema-change pt-archiver gh-ost pt-table-sync : unknown changes or reads a server
        mysqlbinlog mysqlshow pt-query-digest mysqldumpslow : read shows the server's records
          -h= -u= -p? -v -vv --start-datetime= --stop-datetime= --base64-output= -s= -t= --host= --user= --password? --limit= --start-position= --stop-position=
          -r= --result-file= : destructive writes a file
        sqlite3 :
          -readonly -header -column -json -csv -line -list -html -noheader -batch -bail -box -markdown -table -safe
          single-dash
          -init= -cmd= : unknown runs a file or command first
          -separator= -nullvalue=
          hook sqlite
        redis-cli valkey-cli keydb-cli :
          source redis.io, "Redis CLI"
          hook redis
        redis-benchmark memtier_benchmark : disruptive puts load on a server
        redis-server redis-sentinel : disruptive starts a server
          -v --version => read shows the version
        mongosh mongo :
          source mongodb.com, "mongosh Options"
          --quiet --host= --port= -u= --username= --authenticationDatabase= --tls --ssl --eval= --json? --norc --tlsCAFile= --retryWrites --apiVersion= --nodb
          -p? --password? : +secret it carries a password
          -f= --file= --shell : unknown the statements are in a file
          hook mongo
        mongostat mongotop : read+hang shows until it is stopped
          --host= --port= -u= --username= --authenticationDatabase= --uri=
          -p= --password= : +secret it carries a password
          -n= --rowcount= => read shows a few rows
        mongodump mongoexport : destructive writes a dump
          --archive => read+cost reads the whole database
        mongorestore mongoimport : destructive writes over data
        cqlsh : read+interactive opens a session
          hook cql
        nodetool :
          -h= -p= -u= --host= --port= -H -r
          > status | info | ring | tpstats | netstats | compactionstats | tablestats | cfstats | describecluster | gossipinfo | version | getendpoints | proxyhistograms | tablehistograms | listsnapshots | statusthrift | statusbinary | statusgossip | describering | gcstats | failuredetector | getcompactionthroughput : read shows the cluster's state
          > drain | flush | stop | disablebinary | disablegossip | enablebinary | enablegossip | repair | compact | cleanup | rebuild | move | setcompactionthroughput | disableautocompaction | scrub | upgradesstables : disruptive changes the cluster
          > snapshot : reversible keeps a snapshot
          > decommission | removenode | assassinate | clearsnapshot | truncatehints : destructive removes nodes or data
        clickhouse-client clickhouse : 
          -h= --host= --port= -u= --user= -d= --database= -q= --query= -f= --format= -t -n -m --multiquery --secure
          --password= : +secret it carries a password
          hook clickhouse
        influx cypher-shell cockroach : unknown speaks to a database
          > node status | node ls | version | bucket list | ping : read shows the server's state
            --host= --insecure --certs-dir=
        etcdctl :
          --endpoints= --cacert= --cert= --key= --user= --write-out= -w= --command-timeout= --dial-timeout= --cluster
          > endpoint health | endpoint status | endpoint hashkv | member list | alarm list | version | check perf-no | lease list | user list | role list | auth status | role get | user get : read shows the cluster's state
          > get : read+secret reads keys
            --prefix --keys-only --limit= --from-key --print-value-only --count-only --sort-by= --order= --rev= --hex
            --keys-only --count-only => read lists keys
          > watch : read+hang+secret follows keys
            --prefix --rev=
            @2+ : unknown it may run a program at each change
          > put | lease grant | lease keep-alive | user add | role add | member add | member promote | snapshot save | txn | lock | elect | role grant-permission | user grant-role | auth enable : disruptive changes the cluster
          > defrag | compaction | compact | move-leader | alarm disarm | auth disable | check perf : disruptive changes the cluster
          > del | member remove | snapshot restore | lease revoke | user delete | role delete | role revoke-permission : destructive deletes from the cluster
        """;
}
