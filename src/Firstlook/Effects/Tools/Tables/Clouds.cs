namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Clouds = """
        # AWS CLI, gcloud and az references: the verb of an operation says what it does; those that break the rule are named here and in CloudHooks
        aws :
          hook aws
        gcloud gsutil bq :
          hook gcloud
        az :
          hook az
        doctl linode-cli hcloud oci ibmcloud scw exo civo :
          hook cloud
        terraform tofu terragrunt :
          source developer.hashicorp.com/terraform/cli
          single-dash
          -chdir= --chdir= : read
          > show | output | version | validate | providers | graph | state list | state show | workspace list | workspace show | fmt -check | state pull | metadata functions | providers schema : read shows the state
            -json -no-color -raw -state=
          > state pull | show | output : +secret shows the state, which may hold secrets
            -json -no-color -raw -state=
          > plan : read+cost asks every provider
            -no-color -detailed-exitcode -refresh=true -refresh=false -destroy -compact-warnings -json -input=false -lock=false -lock-timeout=30s -refresh-only
            -target= -var= -var-file= -input= -refresh= -lock= -parallelism= -lock-timeout= -replace= -state=
            -out= : destructive writes a file
          > apply | import | refresh | taint | untaint | state mv | state replace-provider | force-unlock : disruptive changes infrastructure
            -auto-approve -target= -var= -var-file= -input=
            -destroy : destructive destroys infrastructure
          > destroy | state rm | state push | workspace delete : destructive destroys infrastructure or its record
          > init | get | workspace new | workspace select | fmt | login | logout | run-all : unknown downloads and runs plugins
        pulumi cdk cdktf sam serverless sls :
          > preview | diff | stack ls | stack output | list | ls | synth | whoami | about | logs : read shows what would change
            --stack= -s= --diff --json
          > up | update | deploy | refresh | import | cancel : disruptive changes infrastructure
          > destroy | remove | stack rm | delete : destructive destroys infrastructure
        packer vagrant : disruptive makes machines
          > status | global-status | validate | version | inspect : read shows machines
          > destroy | box remove : destructive destroys machines
        ansible ansible-playbook : unknown runs modules on machines
          --list-hosts --list-tasks --syntax-check --list-tags => read shows what would run
        ansible-inventory : read shows the inventory
          --list --graph -i= --host= --vars --yaml
        vault bao :
          source developer.hashicorp.com/vault/docs/commands
          single-dash
          -address= -namespace= -format= -ca-cert= -tls-skip-verify -field= -mount= --format= --field= -output-curl-string -detailed -version=
          -token= : +secret it carries a credential
          > status | version | audit list | auth list | secrets list | policy list | policy read | namespace list | plugin list | operator raft list-peers | operator members | operator key-status | kv list | kv metadata get | list | token capabilities | path-help | operator raft autopilot state | lease lookup | operator raft autopilot get-config : read shows the vault's state
          > read | kv get | token lookup | print token | unwrap | kv export : read+secret shows secrets
          > write | kv put | kv patch | login | token create | token renew | lease renew | policy write | auth enable | secrets enable | audit enable | kv undelete | kv rollback | ssh | operator unseal | operator init | operator rotate | operator raft join | operator raft snapshot save | auth tune | secrets tune : disruptive+secret changes the vault
          > operator seal | operator step-down | operator rekey | operator generate-root | token revoke | lease revoke | auth disable | secrets disable | audit disable | operator raft remove-peer | policy delete : destructive seals or revokes
          > delete | kv delete | kv destroy | kv metadata delete | operator raft snapshot restore : destructive deletes secrets
        consul :
          source developer.hashicorp.com/consul/commands
          single-dash
          -http-addr= -datacenter= -format= -ca-file= -namespace= -stale -detailed -wan -status= -segment=
          -token= : +secret it carries a credential
          > members | info | catalog datacenters | catalog nodes | catalog services | operator raft list-peers | operator autopilot get-config | operator autopilot state | validate | version | rtt | intention list | intention get | intention check | config list | config read | acl policy list | acl role list | acl token list | operator usage instances | peering list | snapshot inspect : read shows the cluster
            -node= -service= -tags -near= -kind= -name= -detailed
          > kv get : read+secret reads keys
            -recurse -keys -detailed -separator=
            -keys => read lists keys
          > kv export : read+secret reads keys
          > watch : unknown it may run a program at each change
          > monitor : read+hang follows the log
            -log-level=
          > kv put | services register | reload | maint | join | event | lock | exec | connect | intention create | config write | acl token create | acl policy create | operator autopilot set-config | snapshot save | login : disruptive changes the cluster
          > kv delete | kv import | services deregister | leave | force-leave | operator raft remove-peer | snapshot restore | config delete | acl token delete | intention delete : destructive removes from the cluster
        nomad :
          single-dash
          -address= -region= -namespace= -json -short -verbose -stats -t=
          -token= : +secret it carries a credential
          > status | job status | node status | alloc status | deployment status | server members | job history | job inspect | job plan | operator raft list-peers | eval status | deployment list | volume status | agent-info | version | job allocs | eval list | namespace list : read shows the cluster
            -allocs -self -all-allocs
          > alloc logs : read shows logs
            -stderr -n= -c= -job -tail -task=
            -f : +hang follows until it is stopped
          > monitor : read+hang follows the log
          > job restart | job stop | stop | alloc restart | alloc stop | job run | run | node drain | node eligibility | job scale | job revert | deployment promote | deployment fail | alloc signal | job dispatch | job periodic force : disruptive changes a job
          > system gc | job stop-purge | namespace delete | volume delete | operator raft remove-peer : destructive deletes from the cluster
          > alloc exec :
            -i -t -task= -job
            wraps 1
            hook container-exec
        heroku :
          -a= -r= --app= --remote=
          > ps | releases | status | apps | apps:info | addons | domains | certs | pg:info | pg:ps | pg:locks | pg:blocking | pg:long-running-queries | pg:outliers | pg:diagnose | pg:backups | pipelines | maintenance | redis:info | releases:info | regions | pg:wait | pg:cache-hit | pg:index-usage | pg:bloat | drains | features | buildpacks | access | info : read shows the application
            --json -n= --num= --verbose -v
          > logs : read shows logs
            -n= --num= -p= --ps= -d= --dyno= -s= --source=
            -t --tail : +hang follows until it is stopped
          > config | config:get : read+secret shows settings
            -s --json
          > ps:restart | restart | ps:scale | ps:stop | ps:kill | releases:rollback | rollback | maintenance:on | maintenance:off | config:set | config:unset | dyno:restart | ps:resize | ps:type | redis:maintenance | pg:promote | pg:killall | pg:kill | addons:create | addons:attach | domains:add | certs:auto:refresh | features:enable | pg:backups:capture | pipelines:promote | container:release : disruptive changes the application
          > pg:reset | pg:backups:restore | apps:destroy | addons:destroy | pg:copy | domains:remove | pg:push | pg:pull | destroy : destructive deletes data
          > run | ps:exec | pg:psql | redis:cli | run:detached : unknown runs a command in the application
        flyctl fly railway render vercel netlify wrangler supabase firebase ngrok : 
          -a= --app= -c= --config= --project-ref= --project= --scope= -p= --json -j --env= -e= --linked --local
          > status | releases | apps list | machine list | machines list | machine status | scale show | checks list | ips list | certs list | certs show | volumes list | regions list | list | ls | inspect | services | services list | deployments list | projects list | version | config show | whoami | info | secrets list | deploys | deployments | functions list | migration list | branches list | inspect db | orgs list | pg list | postgres list | d1 list | kv namespace list | r2 bucket list | pages deployment list | domains ls | env ls | dns ls | sites:list | status:hooks | postgres-config show | functions:list | image show : read shows the application
            --all -q --limit= --meta= --name= --output= -o= --status= --environment=
          > logs | tail | functions logs | functions:log : read+hang follows logs
            -n --no-tail => read shows logs
            -i= --instance= -r= --region= --format= --search= --follow -f --status=
          > inspect db bloat | inspect db blocking | inspect db locks | inspect db long-running-queries | inspect db cache-hit | inspect db index-usage | inspect db table-sizes | inspect db outliers | inspect db calls | inspect db role-connections | inspect db db-stats | inspect db vacuum-stats | inspect db replication-slots : read shows the database's state
          > deploy | apps restart | restart | machine restart | machine start | machine stop | scale count | scale vm | scale memory | rollback | promote | redeploy | up | secrets set | secrets unset | env add | alias | alias set | functions deploy | functions delete | publish | certs add | suspend | resume | link | machine update | vars set | variables set | db push | migration up | migration repair | config push | redeploy | start | stop | secret put | dns add : disruptive changes the application
          > apps destroy | destroy | machine destroy | volumes destroy | volumes delete | db reset | remove | rm | delete | env rm | projects delete | firestore:delete | sites:delete | kv key delete | d1 delete | down : destructive deletes the application or its data
          > ssh console | ssh | shell | proxy | postgres connect | pg connect | connect | run | machine exec | d1 execute | kv key get | dev | login | db dump : unknown runs a command or opens a session
        stripe :
          > status | config --list | version : read shows the service
          > charges list | charges retrieve | payment_intents list | payment_intents retrieve | customers list | customers retrieve | events list | events retrieve | balance retrieve | payouts list | payouts retrieve | webhook_endpoints list | webhook_endpoints retrieve | refunds list | refunds retrieve | disputes list | disputes retrieve | invoices list | invoices retrieve | subscriptions list | subscriptions retrieve | balance_transactions list | balance_transactions retrieve | products list | prices list : read shows payments
            --limit= -d= --live --starting-after= --ending-before= --type= --customer= --expand= -e= --created= --status= --delivery-success=
            --api-key= : +secret it carries a credential
          > logs tail : read+hang follows requests
            --filter-http-methods= --filter-status-code-type= --filter-request-path= --format= --filter-account= --filter-source=
          > listen : disruptive+hang takes webhooks over
          > trigger | events resend : disruptive sends an event
          > get : read shows an object
            -d= --live --limit= -s -e=
          > post | refunds create | charges create | charges capture | payment_intents create | payment_intents confirm | payment_intents capture | payment_intents cancel | payouts create | payouts cancel | transfers create | customers delete | subscriptions cancel | delete | subscriptions delete | invoices pay | refunds cancel | invoices void_invoice : destructive moves money or deletes
          > webhook_endpoints create | webhook_endpoints update | customers update | subscriptions update | products update | customers create : disruptive changes settings
          > webhook_endpoints delete : destructive deletes a webhook
        """;
}
