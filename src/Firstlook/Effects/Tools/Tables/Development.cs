namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Development = """
        # npm CLI, GNU make manual, Prometheus "promtool", Alertmanager "amtool", Loki "logcli"; ways to run a project's own code are unknown
        npm yarn pnpm :
          -g -s --silent --json --depth= --prefix= -C= --omit= --production -l --long -w= --workspace= --parseable
          -v --version => read shows the version
          > ls | list | view | info | show | outdated | why | explain | ping | whoami | config list | config get | bin | root | prefix | search | owner ls | dist-tag ls | doctor | fund | licenses list | workspaces info | -v : read shows packages
            -a --all
          > audit : read shows known flaws
            --audit-level= --production --omit=
          > audit fix | install | i | ci | add | remove | uninstall | update | upgrade | link | dedupe | prune | rebuild | init | exec | run | run-script | start | stop | restart | test | publish | create | dlx | cache clean | build | pack | version | dev : unknown runs the project's own code
        npx pnpx bunx rails rake bin/rails artisan mix sbt mvn gradle ./gradlew composer-run sidekiq puma gunicorn uvicorn daphne flask hypercorn unicorn rspec pytest tox jest : unknown runs the project's own code
        make gmake just task ninja : unknown runs what its file says
          -v --version => read shows the version
        django-admin :
          hook manage
        manage.py :
          hook manage
        promtool :
          source prometheus.io, "promtool"
          > query instant | query range | query series | query labels | query analyze | check config | check rules | check metrics | check web-config | check healthy | check ready | check service-discovery | test rules | tsdb list | tsdb analyze : read asks Prometheus or checks a file
            --start= --end= --step= -o= --format= --match= --lint= --url= --syntax-only --agent -r
          > debug pprof | debug metrics | debug all | tsdb create-blocks-from | push metrics | tsdb dump : destructive writes files
        amtool :
          --alertmanager.url= -o= --output= --alertmanager.url? --timeout= --require-comment --config.file=
          > alert query | silence query | config show | config routes show | config routes test | check-config | cluster show | template render | alert | silence : read shows alerts
            -a -i -s -u -e --expired --within= -q --created-by= --id= --active --inhibited --silenced --unprocessed --receiver= --config.file= --tree --verify.receivers=
          > silence add | silence update | silence import | alert add : reversible silences alerts
            -d= -c= -a= --duration= --comment= --author= --start= --end=
          > silence expire : reversible ends a silence
        logcli :
          --addr= --org-id= -q --quiet --username= --tls-skip-verify -o= --output= --timezone= --stdin
          --password= --bearer-token= : +secret it carries a credential
          > query | instant-query | labels | series | stats | volume | volume_range | index-stats | detected-fields : read asks Loki
            --limit= --since= --from= --to= --step= --batch= --forward --no-labels --include-label= --exclude-label= --analyze-labels -q -o= --output= --now= --interval= --include-common-labels --colored-output --aggregateByLabels --targetLabels=
            -t --tail -f --follow : +hang follows until it is stopped
            --part-path-prefix= --merge-parts --parallel-max-workers= : destructive writes files
        sentry-cli newrelic datadog-agent dog opsgenie pagerduty pd :
          > info | status | version | health | config-check | monitor show_all | monitor show | issues list | releases list | projects list | incident list | incident:list : read shows the service
            -o= --org= -p= --project=
          > deploy | releases new | releases finalize | releases set-commits | releases deploys | monitor mute | monitor unmute | incident ack | incident resolve | incident:ack | incident:resolve | event post | restart | reload : disruptive changes the service
        prometheus alertmanager grafana-cli grafana loki node_exporter otelcol telegraf filebeat fluent-bit vector : unknown starts a server or changes it
          --version => read shows the version
          > test config | test output | version | plugins ls : read checks it
            -c= --config=
        jstack jps jstat : read looks into a Java process
          -F : disruptive stops the process while it looks
          any-option
        jinfo : read shows a Java process's settings
          -flags -sysprops
          single-dash
          -flag= : disruptive sets a flag
        jmap : disruptive stops the process while it looks
          -histo -heap => read+cost counts objects
          single-dash
        jcmd : unknown sends a command to a Java process
          hook jcmd
        py-spy rbspy bpftrace pprof : read samples a process
          > dump | top : read samples a process
            -p= --pid= -n -l --locals
          > record : destructive writes a file
        elasticsearch-plugin logstash kibana curator : unknown changes a cluster
        jupyter code subl open xdg-open pbcopy xclip : unknown+interactive starts something on this desk
        tmux screen byobu : unknown+interactive opens a terminal that runs commands
          -ls -list => read lists sessions
          > ls | list-sessions : read lists sessions
        gpg ssh-keygen ssh-add ssh-agent ssh-copy-id keytool age sops pass op aws-vault chamber : unknown+secret handles keys
          -lf= -l --list-keys -list --fingerprint => read shows fingerprints
        ssh-keyscan : read asks a host for its keys
          -p= -t= -T= -H -4 -6
        msmtp mail sendmail mailx mutt swaks : destructive sends a message
        postqueue mailq postconf qshape exim-bp : read shows the mail queue
          -p -n -j
          -f -s= -i= : disruptive flushes the mail queue
          -e= -X= -# : disruptive changes settings
        postsuper postfix postcat : disruptive changes the mail queue
          > status | check : read shows its state
          -d= : destructive deletes mail
        """;
}
