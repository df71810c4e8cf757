namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Wrappers = """
        # sudo(8), env(1), timeout(1), nice(1), nohup(1), ionice(1), setsid(1), stdbuf(1), flock(1), chroot(8), runuser(1), su(1), xargs(1), watch(1), strace(1)
        sudo doas : read runs its words as another user
          source sudo(8), OPTIONS
          -n -H -E -S -k -P -b --non-interactive --preserve-env?
          -u= -g= -p= -C= -h= -T= --user= --group=
          -l --list => read lists what the user may do
          -v --validate -K => read refreshes the user's ticket
          -e --edit : unknown+interactive opens an editor
          -i -s --login --shell : +interactive opens a shell
          -D= -R= -r= -t= --chdir= : unknown changes where it runs
          wraps 0
          hook sudo
        env : read runs its words in an environment
          source env(1)
          -i --ignore-environment -0 --null -v
          -u= --unset=
          -C= --chdir= -S= --split-string= : unknown splits or moves what it runs
          wraps 0
          @none : +secret prints the environment
        printenv : +secret prints the environment
          -0 --null
        timeout : read ends its command after a time
          -s= -k= --signal= --kill-after= --preserve-status --foreground -v --verbose
          wraps 1
          hook timeout
        nice ionice chrt taskset : read runs its words at another priority
          -n= -c= -# -t --adjustment= --class= --classdata= -p= --pid= -P= --pgid= --ignore
          -p= --pid= -P= : disruptive changes a running process
          wraps 0
        nohup setsid catchsegv : read runs its words apart from the terminal
          -w --wait -f --fork -c --ctty
          wraps 0
        stdbuf unbuffer : read runs its words with other buffers
          -i= -o= -e= --input= --output= --error=
          wraps 0
        flock : read runs its words under a lock
          -n -s -x -e -u -o -F -v --nonblock --nb --shared --exclusive --unlock --close --no-fork --verbose
          -w= -E= --timeout= --wait= --conflict-exit-code=
          hook flock
        chroot : read runs its words below another root
          --userspec= --groups= --skip-chdir
          wraps 1
        nsenter unshare : read runs its words in other namespaces
          -a -m -u -i -n -p -C -U -T -F -r -f -Z --all --mount? --uts? --ipc? --net? --pid? --user? --cgroup? --fork --preserve-credentials
          -t= --target= -S= -G= --setuid= --setgid=
          wraps 0
        runuser su : 
          source su(1)
          - -l --login -m -p --preserve-environment -f
          -u= -g= -G= -s= -c= --command= --shell= --session-command=
          hook su
        gosu su-exec setpriv : read runs its words as another user
          wraps 1
        xargs :
          source xargs(1), OPTIONS
          -0 -r -t -p -x -o --null --no-run-if-empty --verbose --exit --open-tty
          -n= -P= -L= -I= -d= -s= -E= -a= -l? -i? -e? --max-args= --max-procs= --max-lines= --replace? --delimiter= --max-chars= --arg-file= --eof?
          wraps 0
          hook xargs
        parallel :
          hook unknown
        watch : +hang repeats until it is stopped
          source watch(1)
          -d -t -b -e -g -c -x -p --differences? --no-title --beep --errexit --chgexit --color --exec --precise -w --no-wrap
          -n= -q= --interval= --equexit=
          wraps 0
          hook watch
        strace ltrace gdb perf : disruptive slows or stops the process it looks into
          any-option
        busybox toybox : read runs the applet that its first word names
          --list => read lists applets
          wraps 0
        script : unknown records a shell
        sh bash dash ash zsh ksh :
          -l -e -u -x -v -n -o= -i -s -c -p --norc --noprofile --posix --login +x
          --rcfile= --init-file= : unknown runs a file first
          hook shell
        ssh :
          source ssh(1)
          -4 -6 -A -a -C -k -q -T -t -v -x -X -Y -n
          -p= -l= -i= -b= -c= -e= -m= -E=
          -E= : destructive writes its log to a file
          -J=-* : unknown it may hand an option on
          -J= : read
          -F= -I= -S= -W= -w= : unknown it reads a configuration, or loads or opens something, there
          -f -N -g -M -G -s : unknown it leaves the session running
          -L= -R= -D= : +hang+interactive opens a tunnel
          -o=BatchMode=* -o=ConnectTimeout=* -o=ConnectionAttempts=* -o=StrictHostKeyChecking=* -o=ServerAliveInterval=* -o=ServerAliveCountMax=* -o=UserKnownHostsFile=/dev/null -o=LogLevel=* -o=User=* -o=Port=* -o=PasswordAuthentication=* -o=RequestTTY=* : read
          -o=* : unknown a setting of ssh may run a program here
          wraps 1
          hook ssh
        sshpass : +secret hands a password to its command
          -p= -f= -d= -e
          wraps 0
        mosh telnet ftp sftp lftp :
          -4 -6 -v -q -C -p= -P= -l= -i=
          -e= -c= -b= -o= -S= -F= --client= --server= --ssh= : unknown it runs commands
          hook session
        """;
}
