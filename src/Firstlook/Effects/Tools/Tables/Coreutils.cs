namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Coreutils = """
        # GNU coreutils manual; each option that writes, runs or follows is named, the rest leave the effect.
        cat tac nl rev od xxd hexdump hd strings fold fmt pr expand unexpand : read shows content
          source coreutils, 3 "Output of entire files"
          -A -b -e -E -n -s -t -T -u -v -a -c -d -x -o -i -z -p -C -V -h -N= -w= -l= -g= -j= -f -r --number --show-all --width=
          -r : unknown xxd -r writes binary
        xxd : read shows bytes
          -a -b -c= -e -g= -i -l= -p -ps -s= -u -d -E -C
          -r : unknown writes the bytes it reads
          @2+ : destructive the second operand is the output file
        head : read shows the beginning
          -n= -c= -q -v -z -# --lines= --bytes= --quiet --silent --verbose
        tail : read shows the end
          source coreutils, 5.2
          -n= -c= -q -v -z -# -s= --lines= --bytes= --quiet --silent --verbose --pid= --sleep-interval= --retry --max-unchanged-stats=
          -f -F --follow? : +hang follows until it is stopped
        wc cksum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum sum cmp comm paste cut tr column seq basename dirname realpath readlink nproc uptime uname arch id whoami groups logname tty users who w last lastb finger expr factor numfmt tsort shuf dircolors pathchk cal ncal bc getent locale getconf hostid true : read computes or shows
          source coreutils, 6 to 21
          any-option
          -o= --output= : destructive writes a file
        join : read joins lines
          any-option
        sort : read sorts lines
          source coreutils, 7.1
          -b -d -f -g -h -i -M -n -R -r -V -c -C -m -s -u -z --reverse --unique --numeric-sort --human-numeric-sort --version-sort --stable --check? --ignore-case --zero-terminated --general-numeric-sort --month-sort --random-sort --debug
          -k= -t= -S= -T= --key= --field-separator= --buffer-size= --parallel= --batch-size= --files0-from= --sort= --temporary-directory= --random-source=
          -o= --output= : destructive writes its output to a file
          --compress-program= : unknown runs a program
        uniq : read counts repeated lines
          source coreutils, 7.3
          -c -d -D -i -u -z -f= -s= -w= --count --repeated --ignore-case --unique --skip-fields= --skip-chars= --check-chars= --all-repeated? --group?
          @2+ : destructive the second operand is the output file
        ls dir vdir stat file tree lsattr namei getfacl du df lsblk blkid findmnt free lscpu lsmem lspci lsusb lsmod lsns numastat nfsstat zipinfo : read shows files, disks or memory
          any-option
          -o= : read
        du : read adds up sizes
          any-option
        file : read says what files are
          any-option
          -C --compile : destructive writes a magic file
        tree : read lists folders
          any-option
          -o= : destructive writes its output to a file
        vmstat mpstat iostat dstat pidstat : read shows activity
          any-option
          hook interval
        sar : read shows recorded activity
          any-option
          -n= -u -f= -s= -e= -P= -i=
          hook interval
          -o= : destructive writes a file
        date : read shows the time
          -u -R -I? -d= -f= -r= --date= --utc --iso-8601? --rfc-3339= --rfc-email --reference= --file=
          -s= --set= : disruptive sets the clock
          hook date
        hostname domainname : read shows the name
          -f -i -I -s -d -A -a -y --fqdn --all-ip-addresses --short --ip-address
          -F= -b : disruptive sets the name
          @1+ : disruptive sets the name
        hostnamectl timedatectl localectl loginctl : read shows settings
          --no-pager --all -H= --host= -p= --property= --value
          > status | show | list-timezones | timesync-status | list-sessions | list-users | session-status | user-status | show-session : read shows settings
          > set-hostname | set-time | set-timezone | set-ntp | set-locale : disruptive changes a setting of the machine
          > kill-session | terminate-session | terminate-user | kill-user : disruptive ends sessions
        rename : destructive renames many files
        tee :
          -a -i -p --append
          hook tee
        rm unlink shred wipe srm : destructive deletes files
        rmdir : reversible removes empty folders
        mv cp :
          -a -p -r -R -f -v -u -n -i -d -l -s -x -T -L -P -t= --archive --recursive --force --verbose --update --no-clobber --preserve? --backup?
          hook copy
        ln link : reversible makes a link
          -f --force : destructive replaces what has the name
        mkdir mktemp mkfifo mknod : reversible makes a file or folder
          any-option
        touch : reversible makes a file or changes its times
        chmod chown chgrp chattr setfacl chcon restorecon : disruptive overwrites permissions that are not recorded
        truncate : destructive cuts files
        install dd shuf-o split csplit patch ed ex fallocate mkswap : destructive writes files
        dd : 
          hook dd
        sync : reversible writes buffers to disk
        mkfs mkfs.ext4 mkfs.xfs mkfs.ext3 mke2fs wipefs fdisk sfdisk parted gdisk cfdisk lvremove vgremove pvremove zpool-destroy blkdiscard badblocks hdparm tune2fs : destructive changes a disk
          -l --list => read lists partitions
        lvs vgs pvs lvdisplay vgdisplay pvdisplay pvscan vgscan : read shows volumes
          any-option
          --cache -a= --activate= --mknodes : disruptive activates volumes
        lvextend lvresize vgextend resize2fs xfs_growfs growpart pvcreate lvcreate vgcreate pvresize lvconvert : disruptive changes volumes
        mount : disruptive mounts a file system
          -l --show-labels -t= --types=
          @none => read lists mounts
        umount swapoff swapon : disruptive unmounts or changes swap
          -s --show? => read shows swap
        fsck e2fsck xfs_repair : disruptive repairs a file system
          -n -N => read checks without writing
        zfs zpool btrfs mdadm :
          -v -H -o= -D -p
          > list | get | status | iostat | history | filesystem show | filesystem df | filesystem usage | device stats | scrub status : read shows pools
          > snapshot | create | set | clear | online | scrub : disruptive changes a pool
          > destroy | rollback | remove | detach | offline | import | export | subvolume delete : destructive removes from a pool
          --detail --examine --query => read shows arrays
        base64 base32 : read encodes or decodes
          -d -D -i -w= --decode --wrap= --ignore-garbage
        yes : read+hang prints until it is stopped
        diff diff3 sdiff colordiff : read compares
          any-option
          --output= : destructive writes a file
          -o= : destructive writes a file
          --diff-program= : unknown runs a program
        less more most zless zmore : read+interactive shows pages
          -N -S -R -r -i -I -F -X -n -e -E -M -m -J -s -f -# --LINE-NUMBERS --chop-long-lines --RAW-CONTROL-CHARS
          -o= -O= --log-file= --LOG-FILE= : destructive writes a file
          @~+* : unknown '+' runs a command of the pager
        vi view vim nano emacs pico nvim visudo vipw crontab-e : unknown+interactive opens an editor
        clear reset tput stty : read of the terminal alone
          any-option
          -F= --file= : disruptive changes another terminal
        nologin man info apropos whatis tldr help : read shows help
          any-option
          -P= --pager= -H= -C= --config-file= --restore= : unknown runs a program or reads settings
          -o= --output= --dribble= : destructive writes a file
        """;
}
