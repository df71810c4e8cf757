namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Docker = """
        # Docker CLI and Compose reference (docs.docker.com/reference/cli/docker)
        docker podman :
          source docs.docker.com/reference/cli/docker
          -D --debug -l= --log-level= --tls --tlsverify
          -H= --host= -c= --context= --config= --url= --connection= --remote : unknown it speaks to another engine
          same compose docker-compose
          > ps | images | inspect | port | version | info | history | search | diff | container ls | container list | container ps | container inspect | container port | container diff | image ls | image list | image inspect | image history | network ls | network inspect | network list | volume ls | volume inspect | volume list | system df | system info | context ls | context show | context inspect | node ls | node inspect | node ps | service ls | service inspect | service ps | stack ls | stack ps | stack services | config ls | plugin ls | buildx ls | buildx du | manifest inspect | scout quickview | top | container top | secret ls | secret inspect | config inspect | buildx inspect | pod ps | pod ls | pod inspect : read shows containers
            -a -q -n= -l -s -f= -v -o= --all --quiet --filter= --format= --no-trunc --size --last= --latest --digests --human --verbose --type= --pretty --no-resolve --orchestrator=
          > inspect | container inspect | history : read shows a container
            -f= -s --format= --size --type= --no-trunc -H --human -q --quiet
          > logs | container logs | service logs : read shows logs
            -n= -t --tail= --since= --until= --timestamps --details --no-trunc --raw --no-resolve --no-task-ids
            -f --follow : +hang follows until it is stopped
          > stats | container stats : read+hang shows until it is stopped
            -a --all --format= --no-trunc
            --no-stream => read shows once
          > events | system events : read+hang follows events
            -f= --filter= --format= --since=
            --until= => read shows past events
          > exec | container exec :
            -d -i -t -u= -w= -e= --detach --interactive --tty --user= --workdir= --env= --privileged --env-file= --detach-keys=
            wraps 1
            hook container-exec
          > run | container run | create | container create :
            -d -i -t -u= -w= -e= -v= -p= -P -l= -m= -h= --rm --name= --network= --net= --entrypoint= --env= --env-file= --volume= --publish= --user= --workdir= --interactive --tty --detach --privileged --mount= --pid= --link= --add-host= --dns= --memory= --cpus= --restart= --label= --hostname= --init --read-only --cap-add= --cap-drop= --security-opt= --ipc= --uts= --platform= --pull= --log-driver= --log-opt= --gpus= --device= --volumes-from= --shm-size= --tmpfs= --ulimit= -q --quiet
            wraps 1
            hook container-run
          > attach | container attach : read+hang+interactive attaches to a process
          > restart | stop | kill | pause | unpause | container restart | container stop | container kill | container pause | container unpause | update | container update | service update | service scale | service rollback | node update | network connect | network disconnect | swarm init | swarm join | swarm leave | swarm update | stack deploy | node promote | node demote | service create | pod stop | pod restart | pod kill : disruptive restarts or stops containers
          > wait : read waits for a container to end
          > start | container start | build | image build | buildx build | pull | image pull | tag | image tag | commit | load | import | network create | volume create | config create | secret create | image load | rename | container rename | buildx create | context use | context create | checkpoint create | image import | container commit : reversible starts or makes something
          > push | image push : disruptive publishes an image
          > login | logout : unknown+secret signs in
          > cp | container cp : destructive copies files over what is there
          > save | export | image save | container export : read+cost writes an image to standard output
            -o= --output= : destructive writes a file
          > rm | rmi | container rm | image rm | volume rm | network rm | system prune | image prune | volume prune | container prune | network prune | builder prune | buildx prune | buildx rm | secret rm | config rm | service rm | stack rm | node rm | container remove | stack down | pod rm | context rm | plugin rm | image remove | volume remove : destructive deletes containers, images or volumes
        docker-compose podman-compose :
          source docs.docker.com/reference/cli/docker/compose
          -f= -p= -v --file= --project-name= --env-file= --profile= --project-directory= --verbose --no-ansi --ansi= --compatibility --progress= --parallel=
          -H= --host= -c= --context= : unknown it speaks to another engine
          > ps | images | top | config | port | version | ls | volumes | convert : read shows services
            -a -q --all --quiet --services --volumes --format= --filter= --status= --index= --protocol= --no-trunc --profiles --images --hash= --short --orphans
          > config | convert : read+secret shows the configuration with its values
            --services --volumes --profiles --images --quiet -q => read lists names
            --format= --hash= --no-interpolate --resolve-image-digests
            -o= --output= : destructive writes a file
          > logs : read shows logs
            -t -n= --tail= --since= --until= --timestamps --no-color --no-log-prefix --index=
            -f --follow : +hang follows until it is stopped
          > stats : read+hang shows until it is stopped
            --no-stream => read shows once
            -a --format= --no-trunc
          > events : read+hang follows events
            --json
          > exec :
            -d -T -u= -w= -e= -i -t --detach --no-TTY --user= --workdir= --env= --index= --privileged --interactive --no-tty
            wraps 1
            hook container-exec
          > run :
            -d -T -u= -w= -e= -v= -p= -i -t -l= --rm --name= --no-deps --entrypoint= --env= --volume= --publish= --user= --workdir= --service-ports --use-aliases --build --quiet-pull --no-TTY --detach --pull= --quiet
            wraps 1
            hook container-run
          > restart | stop | kill | pause | unpause | up | scale | watch | attach | wait : disruptive recreates, restarts or stops services
            -d -t= --scale= --build --force-recreate --no-deps --detach --timeout=
            --dry-run => read shows what would happen
            -v -V --renew-anon-volumes --remove-orphans : destructive removes volumes or containers
          > start | build | pull | create : reversible starts or makes something
          > push : disruptive publishes images
          > down | rm : disruptive removes containers
            --timeout= -t= --remove-orphans -f -s --force --stop
            -v --volumes --rmi= : destructive removes volumes or images
          > cp : destructive copies files over what is there
        dockerd containerd buildah skopeo : unknown works on images
          > inspect | list-tags | images : read shows images
            any-option
        trivy grype syft hadolint dive : read scans an image
          -f= -s= -q -o= --severity= --format= --exit-code= --ignore-unfixed --scanners= --quiet --timeout=
          -o= --output= : destructive writes a file
          > image | fs | config | repo | k8s : read scans
            --severity= --format= --exit-code= --ignore-unfixed --scanners= -f= -s= --report= -q
        """;
}
