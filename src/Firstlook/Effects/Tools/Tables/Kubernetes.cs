namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Kubernetes = """
        # kubectl reference (kubernetes.io/docs/reference/kubectl/generated), helm.sh/docs/helm, argocd, flux, istioctl, calicoctl
        kubectl k oc kubectl.exe microk8s.kubectl k3s-kubectl :
          source kubectl reference, "kubectl options"
          -n= -v= -s= --namespace= --context= --cluster= --user= --request-timeout= --v= --insecure-skip-tls-verify --certificate-authority= --match-server-version --warnings-as-errors --server= --tls-server-name= --disable-compression --log-flush-frequency=
          --as= --as-group= --as-uid= : read
          --token= --password= : +secret it carries a credential
          --kubeconfig= : unknown a configuration may name a program that hands out credentials
          --client-certificate= --client-key= --cache-dir= --profile= --profile-output= : unknown reads or writes files
          > get : read shows objects
            source kubectl reference, "kubectl get"
            -o= -l= -L= -A -R -k= -f= --output= --selector= --label-columns= --all-namespaces --sort-by= --field-selector= --show-labels --show-kind --no-headers --ignore-not-found --chunk-size= --output-watch-events --recursive --template= --allow-missing-template-keys --subresource= --server-print --show-managed-fields --include-uninitialized --export --filename= --kustomize=
            -w --watch --watch-only : +hang follows changes until it is stopped
            --raw=*/proxy* : unknown a request through a proxy may do anything
            --raw=*/exec* : unknown runs a command in a container
            --raw=*/attach* : unknown attaches to a container
            --raw=*/secrets* : +secret shows secrets
            --raw= : read
            -f=http* --filename=http* -k=http* : read
            @~secret|secrets|secret/*|secrets/*|*,secret|*,secrets|secret,*|secrets,*|Secret|Secrets : +secret shows secrets
            @~all : read
          > describe : read shows objects
            -l= -A -R -f= --selector= --all-namespaces --show-events --recursive --chunk-size= --filename= -k=
          > logs : read shows logs
            -c= -l= -p --container= --selector= --previous --tail= --since= --since-time= --timestamps --all-containers --prefix --limit-bytes= --max-log-requests= --ignore-errors --pod-running-timeout= --insecure-skip-tls-verify-backend --all-pods
            -f --follow : +hang follows until it is stopped
          > top | top pod | top pods | top node | top nodes | top po | top no : read shows resource use
            -l= -A --containers --sort-by= --selector= --all-namespaces --no-headers --sum --use-protocol-buffers --field-selector= --show-capacity
          > rollout history | rollout status : read shows a rollout
            -f= -k= -R -l= -o= -w --watch --revision= --timeout= --filename= --recursive --selector= --output=
          > rollout undo | rollout restart : disruptive replaces running pods
            --to-revision=
            --dry-run=server => read shows what would change
            --dry-run=client => read shows what would change
          > rollout pause | rollout resume : reversible holds or goes on with a rollout
          > explain | api-resources | api-versions | version | cluster-info | options | completion | whoami | projects | project | status : read shows the cluster
            -o= --output= --recursive --api-version= --api-group= --namespaced --verbs= --client --short --no-headers --sort-by= --cached --categories= --namespaced?
          > cluster-info dump : read+cost shows everything
            --output-directory= : destructive writes files
            -A --all-namespaces --namespaces= -o=
          > auth can-i | auth whoami : read asks what one may do
            -A -q --list --all-namespaces --quiet --subresource= --no-headers -o=
          > auth reconcile : disruptive changes roles
          > config view | config current-context | config get-contexts | config get-clusters | config get-users : read shows the configuration
            -o= --minify --flatten --merge? --output= --no-headers
            --raw : +secret shows credentials
          > config use-context | config set-context | config set | config set-cluster | config set-credentials | config unset | config rename-context : reversible changes the local configuration
          > config delete-context | config delete-cluster | config delete-user : reversible changes the local configuration
          > diff : read shows what apply would change
            -f= -k= -R -l= --filename= --server-side --selector= --recursive --force-conflicts --field-manager= --concurrency= --prune
          > wait : read waits for a condition
            --for= --timeout= -l= -A -f= --all --selector= --all-namespaces --field-selector= --filename= -o=
          > scale | autoscale : reversible changes the number of pods
            --replicas= --current-replicas= --timeout= -f= --resource-version= -l= --all --min= --max= --cpu-percent=
            --dry-run=server --dry-run=client => read shows what would change
            --replicas=0 : disruptive stops every pod
          > create | run | expose : reversible creates objects
            -f= -o= --image= --from-literal= --from-file= --from= --schedule= --dry-run? --rm --restart= --cert= --key= --port= --target-port= --type= --name= -l= --labels= --env= --command --overrides= --docker-server= --docker-username= --docker-email= --save-config --validate= --serviceaccount= --role= --clusterrole= --verb= --resource= --user= --group= --from-env-file= --limits= --requests= --duration= --audience= --hard= --rule= --class= --tcp= --external-name= --min-available= --selector= --value= --quiet -q --attach --field-manager= --edit
            -i -t --stdin --tty : +interactive opens a session
            --dry-run=server --dry-run=client --dry-run= => read prints what it would create
            --docker-password= --from-literal=*assword* --from-literal=*oken* --from-literal=*ecret* : +secret it carries a secret
            --edit : unknown+interactive opens an editor
          > create token : disruptive+secret hands out a credential
          > apply : disruptive changes objects as files say
            -f= -k= -R -l= -o= --filename= --kustomize= --recursive --selector= --server-side --validate= --force-conflicts --field-manager= --overwrite --wait --timeout= --openapi-patch --all
            --dry-run=server --dry-run=client => read shows what would change
            --prune --force : destructive deletes objects
            -f=http* --filename=http* : unknown applies what a server sends
          > apply view-last-applied : read shows what was applied
            -o= -f= -l= --all -R
          > apply set-last-applied | apply edit-last-applied : reversible changes an annotation
          > replace | patch | set image | set env | set resources | set selector | set serviceaccount | set subject : disruptive changes objects, pods restart
            -p= -f= -c= -e= -l= -o= --patch= --patch-file= --type= --limits= --requests= --containers= --from= --keys= --all --local --overwrite --subresource= --resolve --list --env= --cascade? --prefix= --current
            --dry-run=server --dry-run=client => read shows what would change
            --list --local => read shows what is set
            --force : disruptive deletes and creates again
          > annotate | label | taint : reversible changes labels
            --overwrite --all -l= --list -f= --resource-version= -A --field-selector=
            --list => read shows labels
            --dry-run=server --dry-run=client => read shows what would change
          > taint : disruptive keeps pods away from nodes
            --overwrite --all -l=
            --dry-run=server --dry-run=client => read shows what would change
          > edit : unknown+interactive opens an editor
          > delete : disruptive deletes objects
            -f= -l= -A -k= -R --all --force --grace-period= --now --wait --timeout= --ignore-not-found --cascade? --selector= --filename= --field-selector= --all-namespaces --recursive -o= --raw=
            --dry-run=server --dry-run=client => read shows what would go
            @~pvc|pvc/*|persistentvolumeclaim*|pv|pv/*|persistentvolume*|namespace|namespace/*|namespaces|ns|ns/*|crd|crd/*|customresourcedefinition*|all|secret|secret/*|secrets|configmap|cm|statefulset*|sts|sts/*|volumesnapshot*|pv,pvc|pvc,*|*,pvc|postgresql*|kafka*|*cluster : destructive deletes data with the object
          > drain | cordon : disruptive moves pods off a node
            --ignore-daemonsets --delete-emptydir-data --force --grace-period= --timeout= --pod-selector= --disable-eviction -l= --selector= --delete-local-data
            --dry-run=server --dry-run=client => read shows which pods would go
            --delete-emptydir-data --delete-local-data : disruptive deletes the pods' scratch data
          > cordon | uncordon : reversible lets pods on or off a node
            --dry-run=server --dry-run=client => read shows what would change
            -l=
          > certificate approve | certificate deny : disruptive decides on a certificate
          > exec | rsh :
            -c= --container= --pod-running-timeout= -q --quiet -f= --filename=
            -i -t --stdin --tty
            hook kubectl-exec
          > attach : read+hang+interactive attaches to a process
            -c= -i -t -q
          > cp : destructive copies files over what is there
            -c= --no-preserve --retries=
          > port-forward : read+hang+interactive opens a tunnel
            --address= --pod-running-timeout=
          > proxy : disruptive+hang opens the whole API to this machine
          > debug : reversible+interactive adds a container for looking in
            -i -t -c= -q --image= --target= --copy-to= --share-processes --profile= --container= --stdin --tty --env= --same-node --arguments-only --attach --set-image= --custom=
          > events : read shows events
            -A --for= --types= -w --watch --all-namespaces -o= --no-headers
            -w --watch : +hang follows until it is stopped
          > kustomize : read prints manifests
            --enable-helm : unknown runs helm
          > plugin list : read lists plugins
          > krew : unknown installs plugins
          > convert : read prints manifests
            -f= -o= --output-version=
          > adm top | adm inspect : read shows the cluster
          > cnpg status : read shows a cluster
            -v
          > argo rollouts get | argo rollouts list | argo rollouts status : read shows rollouts
            -w --watch : +hang follows until it is stopped
          > argo rollouts promote | argo rollouts abort | argo rollouts undo | argo rollouts retry | argo rollouts restart | argo rollouts pause | argo rollouts set : disruptive changes a rollout
          > ctx | ns : reversible changes the local configuration
            -c --current => read shows the current one
            @none => read lists contexts
          > neat | tree | who-can | view-allocations | resource-capacity | get-all : read shows objects
            any-option
        kubectx kubens : reversible changes the local configuration
          -c --current => read shows the current one
          @none => read lists contexts
        stern kubetail kail : read+hang follows logs
          -n= -l= -c= -s= -t -A --tail= --since= --namespace= --selector= --container= --context= --include= --exclude= -o= --all-namespaces -i= -e= --timestamps --output=
          --no-follow => read shows logs
        k9s lens octant : read+interactive shows the cluster
        kubeadm k3s kops eksctl kind minikube rancher talosctl : disruptive changes the cluster
          > version | certs check-expiration | token list | config print | config view | get cluster | get nodegroup | get nodes | get clusters | status | validate cluster | etcd-snapshot ls | get iamserviceaccount | health | service | services : read shows the cluster
            -o= --name= --cluster= --region= --state= -n= --nodes=
          > reset | delete | delete cluster | delete nodegroup : destructive deletes the cluster
        crictl ctr nerdctl :
          -r= -n= --namespace= --runtime-endpoint= --timeout= -D
          > ps | pods | images | inspect | inspectp | inspecti | info | version | stats | statsp | images ls | containers ls | container ls | c ls | i ls | task ls | tasks ls | imagefsinfo | image ls : read shows containers
            -a -o= -q -p= -l= --name= --pod= --state= --latest --all --output= --id= --no-stream --label=
          > logs : read shows logs
            -f --follow : +hang follows until it is stopped
            --tail= --since= -t --timestamps -p --previous
          > exec :
            -i -t -s --sync --timeout=
            wraps 1
            hook container-exec
          > stop | stopp | pull | start | create | runp | update | restart : disruptive changes containers
          > rm | rmp | rmi | prune : destructive deletes containers
        helm :
          source helm.sh/docs/helm
          -n= --namespace= --kube-context= --debug --kube-as-user= --burst-limit= --qps= --registry-config= --repository-cache= --repository-config=
          --kubeconfig= --kube-apiserver= --kube-ca-file= : unknown a configuration may name a program that hands out credentials
          --kube-token= : +secret it carries a credential
          > list | ls | status | history | hist | version | env | show chart | show values | show readme | show all | show crds | search repo | search hub | repo list | lint | plugin list | verify | dependency list | dep list : read shows releases
            -a -A -o= -q -d -r -l= -f= -m= -q --all --all-namespaces --output= --max= --revision= --filter= --date --reverse --deployed --failed --pending --short --selector= --show-resources --show-desc --time-format= --version= --devel --versions -l --regexp --repo= --values= --set= --strict
          > get values | get manifest | get notes | get hooks | get all | get metadata : read shows a release
            -a --all -o= --output= --revision= --template=
          > get values | get all : +secret shows values, which may hold secrets
            -a --all -o= --output= --revision= --template=
          > template : read prints manifests
            -f= --values= --set= --set-string= --set-file= -s= --show-only= --version= --repo= --include-crds --api-versions= --kube-version= --is-upgrade --no-hooks --release-name --skip-tests --validate --devel
            --output-dir= : destructive writes files
            --post-renderer= : unknown runs a program
          > diff upgrade | diff revision | diff rollback | diff release : read shows differences
            -f= --values= --set= --version= --reuse-values --allow-unreleased -C= --context= --install --no-color --color --suppress-secrets --reset-values --three-way-merge --set-string= --no-hooks --show-secrets
            --show-secrets : +secret shows secrets
          > upgrade | install | rollback | test : disruptive deploys a release
            -f= --values= --set= --version= -i --install --wait --timeout= --atomic --reuse-values --reset-values --force --cleanup-on-fail --recreate-pods --history-max= --create-namespace --no-hooks --set-string= --set-file= --reset-then-reuse-values --repo= --generate-name --description= --dry-run?
            --dry-run => read shows what would change
            --dry-run=server --dry-run=client => read shows what would change
            --post-renderer= : unknown runs a program
          > uninstall | delete | del | un : destructive deletes a release
            --dry-run => read shows what would go
          > repo add | repo update | dependency update | dependency build | dep up | pull | fetch | package | create | repo index | repo remove | plugin install | push | registry login : reversible changes local files
        helmfile :
          -e= -f= -l= --environment= --file= --selector= -n= --namespace=
          > list | status | diff | template | lint | build | version : read shows releases
            --output=
          > apply | sync | deps : disruptive deploys releases
          > destroy | delete : destructive deletes releases
        kustomize : read prints manifests
          > build | version | cfg : read prints manifests
            --enable-helm --enable-exec --enable-alpha-plugins : unknown runs programs
            -o= --output= : destructive writes files
          > edit | create : reversible changes local files
        argocd :
          --grpc-web --server= --insecure --plaintext -o= --output= --core --port-forward --port-forward-namespace= --argocd-context= --loglevel=
          --auth-token= : +secret it carries a credential
          > app get | app list | app history | app diff | app resources | app manifests | app wait | cluster list | cluster get | repo list | repo get | proj list | proj get | version | account list | account get | account get-user-info | appset list | appset get | context | account can-i : read shows applications
            --refresh --show-operation --show-params --local= --revision= -l= --selector= -p= --project= --health --sync --timeout= --operation --exit-code --hard-refresh --client --short --source= --kind= -N= --tree= --app-namespace=
          > app logs : read shows logs
            --tail= --since-seconds= -c= --kind= --name= --namespace= --group= -p
            -f --follow : +hang follows until it is stopped
          > app sync | app rollback | app set | app create | app patch | app terminate-op | app actions run | app unset | app edit | proj create | repo add | cluster add | proj set : disruptive changes an application
            --dry-run => read shows what would change
            --prune --force --replace : destructive deletes objects
          > app delete | app delete-resource | appset delete | proj delete | cluster rm | repo rm : destructive deletes an application
          > login | logout | relogin : unknown+secret signs in
        flux :
          -n= --namespace= --context= --timeout= -A --all-namespaces
          > get | check | stats | tree | events | version | trace : read shows reconciliation
            --status-selector= -l= --pre --for= -o= --no-header
            -w --watch : +hang follows until it is stopped
          > logs : read shows logs
            --level= --kind= --name= --since= --tail= --flux-namespace=
            -f --follow : +hang follows until it is stopped
          > diff | export | build : read shows manifests
            --path= --all --with-credentials
          > suspend | resume : reversible holds reconciliation
          > reconcile | create | bootstrap | install | pull | push | tag : disruptive changes the cluster
          > delete | uninstall : destructive deletes from the cluster
        istioctl linkerd cilium calicoctl hubble consul-k8s velero kubeseal :
          -n= --namespace= --context= -i= --istioNamespace= -o= --output= -c= --config=
          > version | proxy-status | ps | proxy-config | pc | analyze | x describe | experimental describe | validate | check | stat | edges | routes | viz stat | viz edges | viz routes | viz check | status | node status | get | endpoint list | service list | identity list | policy get | list flows | backup get | restore get | schedule get | backup describe | backup logs | restore describe | restore logs | backup-location get | ipam show | config view | experimental authz check | x authz check : read shows the mesh or the network
            -A --all-namespaces -l= --wait --pre --proxy --verbose --brief --output-threshold= --color --fqdn= --port= --direction=
          > tap | viz tap | observe | monitor | top | viz top : read+hang follows traffic
            --last= --verdict= --from-pod= --to-pod= --namespace= --follow -t=
          > apply | create | replace | patch | install | upgrade | upgrade --crds | inject | upgrade | kube-inject | tag set | backup create | schedule create | convert | label | config set : disruptive changes the cluster
          > delete | uninstall | restore create | backup delete | ipam release | policy delete : destructive deletes from the cluster
        """;
}
