namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Processes = """
        # procps-ng, psmisc, util-linux, systemd manuals
        ps pgrep pidof pstree pmap pwdx lsof fuser-list prtstat lsipc ipcs lslocks lslogins : read lists processes
          any-option
        fuser : read lists who uses a file
          -v -n= -a -u -m -4 -6 -s -c
          -k -K : disruptive kills who uses it
        top : +hang shows until it is stopped
          source top(1)
          -b -c -H -i -S -1 -E= -e= -o= -p= -u= -U= -w? -d= -M -m -s
          -n= => read shows once
          hook top
        htop atop glances iotop iftop nethogs slabtop powertop bmon bpytop btop nload : read+hang+interactive shows until it is stopped
          any-option
          -w= --export= : destructive writes a file
        kill : disruptive signals processes
          source kill(1)
          -l -L --list? --table => read lists signals
          -0 => read tests whether a process is there
          -s= --signal= -n= -q= -#
          any-option
        pkill killall skill snice : disruptive signals processes by name
          -l --list => read lists signals
          -0 => read tests whether a process is there
        renice : disruptive changes a running process
        systemctl :
          source systemctl(1)
          --no-pager -l --full -a --all -q --quiet -H= --host= --user --system --no-legend --plain -n= --lines= -o= --output= -t= --type= --state= -p= --property= --value --failed -r --recursive --reverse --no-block --now -f --force --with-dependencies --job-mode= --show-types --root= -M= --machine= --show-transaction --wait --dry-run
          @none => read lists units
          > status | show | cat | is-active | is-enabled | is-failed | is-system-running | list-units | list-timers | list-sockets | list-unit-files | list-dependencies | list-jobs | list-machines | get-default | show-environment | list-paths | list-automounts | help : read shows units
          > restart | try-restart | reload-or-restart | try-reload-or-restart | condrestart | force-reload : disruptive restarts a unit: what is in flight is dropped
          > stop | kill | isolate : disruptive stops a unit
          > start | reload | daemon-reload | daemon-reexec | enable | reenable | unmask | reset-failed | add-wants | thaw | freeze | set-environment | unset-environment | import-environment : reversible changes a unit's state
          > disable | mask | set-property | set-default | link | preset | revert : reversible changes a unit's settings
          > edit : unknown+interactive opens an editor
          > reboot | poweroff | halt | kexec | suspend | hibernate | emergency | rescue | exit | switch-root | default | soft-reboot : disruptive takes the machine down
          > clean : destructive deletes a unit's data
        service :
          source service(8)
          --status-all => read shows services
          hook service
        rc-service initctl sv s6-svc : 
          > list | status : read shows services
          > start | stop | restart | reload : disruptive restarts services
          hook service
        journalctl : read shows the journal
          source journalctl(1)
          -# -u= -n? -b? -k -p= -S= -U= -o= -x -e -r -q -a -l -m -D= -t= -g= -M= -N -F= -c= -T= --unit= --lines? --boot? --dmesg --priority= --since= --until= --output= --catalog --reverse --no-pager --no-tail --no-hostname --utc --disk-usage --list-boots --verify --header --grep= --case-sensitive? --identifier= --user --system --directory= --file= --facility= --output-fields= --fields --field= --all --full --quiet --merge --after-cursor= --cursor= --show-cursor --user-unit= --root= --namespace= --pager-end
          -f --follow : +hang follows until it is stopped
          --vacuum-size= --vacuum-time= --vacuum-files= : destructive deletes old entries
          --rotate --flush --sync --relinquish-var --smart-relinquish-var --setup-keys --update-catalog : reversible changes the journal's files
          --cursor-file= : destructive writes a file
        dmesg : read shows the kernel's messages
          -T -H -k -u -x -r -t -L? -l= -f= -P -S -e -p -d --ctime --human --level= --facility= --decode --nopager --since= --until= --color? --kernel --reltime
          -w -W --follow --follow-new : +hang follows until it is stopped
          -c -C -D -E -n= --clear --read-clear --console-off --console-on --console-level= : disruptive clears or mutes the messages
        sysctl : read shows kernel settings
          -a -n -e -N -b -A -X -q -r= --all --values --names --pattern=
          -w --write -p? --load? --system : disruptive sets kernel settings
          hook sysctl
        modprobe insmod rmmod : disruptive changes the kernel's modules
        shutdown reboot halt poweroff init telinit : disruptive takes the machine down
        crontab : reversible replaces the user's table
          -u= -i
          -l => read lists the table
          -e : unknown+interactive opens an editor
          -r : destructive removes the table
        at batch : reversible runs something later
        atq : read lists jobs
          any-option
        atrm : destructive removes jobs
        useradd adduser usermod groupadd passwd chpasswd chage gpasswd chsh chfn : disruptive changes accounts
          -l --list -S --status => read shows an account
        userdel deluser groupdel : destructive deletes accounts
        ulimits prlimit : read shows limits
          -p= --pid= -o= --output= --noheadings --raw
        logrotate : disruptive rotates logs
          -d --debug => read shows what it would do
          -v --verbose -s= -f --force
        apt apt-get aptitude yum dnf zypper apk brew snap pacman : 
          -y -q -qq -s --assumeyes --yes -a -n --installed --upgradable --simulate --dry-run
          > list | search | show | info | policy | showpkg | depends | rdepends | repolist | check-update | history | provides | list-updates | version : read shows packages
          > install | add | update | upgrade | dist-upgrade | full-upgrade | reinstall | downgrade | refresh : disruptive installs packages
          > remove | purge | autoremove | erase | clean | autoclean | del | uninstall : destructive removes packages
          -s --simulate --dry-run => read shows what it would do
        apt-cache rpmquery apt-file : read shows packages
          any-option
          -o= -c= --pipe= --eval= -E= --define= -D= --macros= --rcfile= --load= : unknown runs a program or changes a setting
        dpkg-query : read shows packages
          -W -l -L -s -S -p -f= --show --list --listfiles --status --search --showformat= --print-avail
        dpkg rpm : disruptive changes packages
          -l -L -s -S -p -c -I -C --list --listfiles --status --search --get-selections --audit --verify => read shows packages
          -q -qa -qi -ql -qf -V -a --query => read shows packages
          --pipe= --eval= -E= --define= -D= --macros= --rcfile= --load= --root= --admindir= : unknown runs a program or evaluates a macro
          -i -U -F -e -r -P --install --remove --purge --erase : disruptive changes packages
          any-option
        pip pip3 gem : 
          -q -v --format=
          > list | show | freeze | check | index versions | search | outdated | env | --version : read shows packages
          > install | uninstall | update | add | remove | exec | run : unknown installs or runs code
        aa-status getenforce sestatus getsebool semanage-list auditctl-l ausearch aureport lsb_release : read shows security settings
          any-option
        setenforce setsebool : disruptive changes security settings
        cloud-init : unknown changes the machine
          > status | query | analyze : read shows its state
            --long --wait --all -f=
        chronyc ntpq ntpstat : read shows the clock's state
          -n -p -a -c= -v
          > tracking | sources | sourcestats | activity | ntpdata : read shows the clock's state
            -v -n
          > makestep | burst | online | offline : disruptive changes the clock
        pm2 forever :
          > list | ls | status | show | describe | info | env | jlist | prettylist | id | pid | report | ping : read shows processes
          > logs : read+hang follows logs
            --lines= --err --out --raw --json --timestamp? --format
            --nostream => read shows logs
          > monit | dash : read+hang+interactive shows until it is stopped
          > restart | reload | stop | scale | gracefulReload | startOrRestart : disruptive restarts processes
          > start | save | startup | resurrect : reversible starts processes
          > delete | kill | flush : destructive removes processes or logs
        supervisorctl :
          -c= -s= -u= -p=
          -i : +interactive opens a session
          @none : +interactive opens a session
          > status | avail | pid | version | maintail : read shows processes
          > tail : read shows a log
            -f : +hang follows until it is stopped
            -#
          > restart | stop | reload | shutdown | signal | update : disruptive restarts processes
          > start | add | reread | open : reversible starts processes
          > clear | remove : destructive removes logs or processes
        monit : 
          > status | summary | report : read shows services
          > restart | stop | unmonitor | reload : disruptive restarts services
          > start | monitor : reversible starts services
        """;
}
