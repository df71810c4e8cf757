namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Network = """
        # curl(1), wget(1), iproute2, bind9-dnsutils, iputils, nmap ncat(1), openssl(1)
        curl :
          source curl(1), OPTIONS
          -s -S -k -L -v -i -f -N -# -0 -1 -4 -6 -G -I -a -g -j -l -n -p -q -B -M -Z --silent --show-error --insecure --location --verbose --include --fail --fail-with-body --fail-early --head --get --compressed --no-buffer --http1.0 --http1.1 --http2 --http3 --http2-prior-knowledge --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --ipv4 --ipv6 --globoff --disable --no-keepalive --tcp-nodelay --path-as-is --no-progress-meter --progress-bar --raw --ssl --ssl-reqd --parallel --cert-status --styled-output --no-styled-output --tr-encoding --location-trusted --no-sessionid --no-alpn --anyauth --basic --digest --negotiate --ntlm --retry-connrefused --retry-all-errors --post301 --post302 --post303 --tcp-fastopen --disallow-username-in-url --netrc-optional --netrc --crlf --haproxy-protocol --proxy-insecure --suppress-connect-headers --xattr-no
          -m= -A= -e= -H= -X= -w= -r= -y= -Y= -z= -b= -d= -F= -u= -x= -E= -C= -P= -t= -U= -Q=
          --max-time= --connect-timeout= --user-agent= --referer= --header= --request= --write-out= --range= --speed-limit= --speed-time= --time-cond= --cookie= --data= --data-raw= --data-binary= --data-ascii= --data-urlencode= --json= --form= --form-string= --user= --proxy= --cacert= --capath= --resolve= --connect-to= --interface= --max-redirs= --retry= --retry-delay= --retry-max-time= --url= --ciphers= --tls-max= --limit-rate= --max-filesize= --local-port= --dns-servers= --doh-url= --keepalive-time= --noproxy= --oauth2-bearer= --request-target= --expect100-timeout= --happy-eyeballs-timeout-ms= --proxy-user= --proto= --proto-default= --url-query= --aws-sigv4= --rate= --parallel-max= --cert-type= --key-type= --unix-socket= --abstract-unix-socket= --upload-file= --cert= --key= --pass= --ftp-method= --quote=
          -T= --upload-file= : destructive uploads a file
          -u= --user= -U= --proxy-user= --oauth2-bearer= --pass= : +secret it carries a password
          -o= --output= : read
          -O -J -R --remote-name --remote-name-all --remote-header-name --remote-time : destructive writes a file named by the server
          -D= -c= --dump-header= --cookie-jar= --trace= --trace-ascii= --stderr= --hsts= --etag-save= --alt-svc= --libcurl= --output-dir= --create-dirs : destructive writes a file
          -D=- -D=/dev/null -D=/dev/stdout -D=/dev/stderr --dump-header=- --dump-header=/dev/null --dump-header=/dev/stdout -c=/dev/null -c=- --cookie-jar=/dev/null --cookie-jar=- --trace-ascii=- --trace=- --stderr=- --trace-ascii=/dev/stdout : read
          -K= --config= : unknown its options are in a file
          --engine= --proxy-ca= : unknown loads code
          -Q= --quote= --postquote= --prequote= : unknown sends commands to a server
          --telnet-option= -t= --mail-from= --mail-rcpt= : unknown speaks another protocol
          -x= --proxy= --socks5= --socks5-hostname= --socks4= --preproxy= : unknown its traffic goes through another host
          --unix-socket= --abstract-unix-socket= : read
          hook curl
        wget :
          source wget(1)
          -q -v -nv -S -c -N -4 -6 --quiet --verbose --no-verbose --server-response --no-check-certificate --no-cache --continue --no-proxy --content-on-error --no-hsts --show-progress
          -T= -t= -O= -U= --timeout= --tries= --output-document= --user-agent= --header= --method= --post-data= --body-data= --user= --password= --max-redirect= --connect-timeout= --read-timeout= --dns-timeout= --waitretry= --limit-rate= --spider --ca-certificate= --bind-address= --progress= --retry-connrefused --secure-protocol= --referer= --save-headers --quota=
          --post-file= --body-file= : destructive sends a file
          --user= --password= : +secret it carries a password
          -o= -a= --output-file= --append-output= --save-cookies= -P= --directory-prefix= --warc-file= -r -m --recursive --mirror -x -k -K -p -i= : destructive writes files
          -e= --execute= --config= --use-askpass= : unknown runs a setting
          hook wget
        http https httpie xh : 
          hook httpie
        grpcurl : unknown calls a method
          -plaintext -insecure -v
          > list | describe : read shows services
        grpc_health_probe : read asks for health
          single-dash
          any-option
        ping ping6 fping arping : read sends probes
          source ping(8)
          -4 -6 -a -A -b -B -D -h -n -O -q -r -R -U -v -V -L -d
          -I= -i= -l= -m= -M= -p= -Q= -s= -S= -t= -T= -W= -w= -c= -F= -N= -C= -e= -g
          -f : disruptive floods the network
          hook ping
        traceroute traceroute6 tracepath tracepath6 tcptraceroute : read sends probes
          source traceroute(8)
          -4 -6 -F -I -T -U -d -n -r -A -e -b -l= -D
          -f= -g= -i= -m= -N= -p= -t= -w= -q= -s= -z= -M= -O= --sport= --fwmark= -P= --mtu --back --tcp --icmp --udp
        mtr : read+hang+interactive shows until it is stopped
          -n -4 -6 -z -b -T -u -s= -i= -m= -P= -a= -f= -o= --tcp --udp --no-dns --show-ips --aslookup
          -c= --report-cycles=
          -r -w --report --report-wide -j --json -x --xml -C --csv -l --raw => read sends probes and reports
        dig delv kdig nslookup host drill : read asks the name service
          any-option
          -f= : read
          @~axfr|AXFR|ixfr* : +cost asks for a whole zone
        nslookup : read asks the name service
          any-option
          @none : +interactive opens a session
        whois rdap : read asks a registry
          any-option
        resolvectl systemd-resolve : read asks the resolver
          any-option
          @1~flush-caches|reset-statistics|reset-server-features|dns|domain|dnssec|dnsovertls|llmnr|mdns|nta|revert|default-route|log-level : disruptive changes the resolver
          --flush-caches --reset-statistics --set-dns= --revert : disruptive changes the resolver
        nc ncat netcat :
          source ncat(1), nc_openbsd(1)
          -z -v -n -u -w= -q= -i= -4 -6 -t -d -D -F -N -r -S -C -h -W= -X= -s= -p= -T= -O= -I= -M= -m= -V= -k -U -x= -P= -b --wait= --ssl --verbose --zero --udp
          -l -L -k --listen --keep-open : unknown+hang listens for anybody
          -e= -c= -g= -G= --exec= --sh-exec= --lua-exec= : destructive runs a program for whoever connects
          -o= --output= -x= --hex-dump= : destructive writes a file
          hook nc
        socat : unknown joins any two ends, programs among them
        nmap : disruptive scans hosts
          -sn -p= -Pn -n -v -T= -sT -sV -A -O
          --script= : unknown runs scripts
          -oN= -oX= -oG= -oA= -o= : destructive writes files
        ss : read lists sockets
          source ss(8)
          -n -r -a -l -o -e -m -p -s -t -u -w -x -i -4 -6 -0 -b -E -Z -z -N= -f= -A= -F= -H -O -Q -T -d -S -M -h --tcp --udp --listening --all --numeric --processes --summary --extended --memory --info --options --no-header --family= --query= --unix --raw --ipv4 --ipv6 --resolve --net=
          -K --kill : disruptive kills sockets
          -D= --diag= : destructive writes a file
        netstat ipcalc arp-a nstat lnstat rtstat conntrack-L ipvsadm-L ethtool-S whoami-net : read lists connections
          any-option
        netstat : read lists connections
          -# -a -n -t -u -p -l -r -i -s -e -o -W -v -x -w -4 -6 -g -M -N -C -F -T -Z --tcp --udp --listening --numeric --program --programs --all --route --statistics --interfaces --wide --extend --timers --inet --unix --protocol?
          -c --continuous : +hang repeats until it is stopped
        arp : read lists addresses
          -a -n -v -e -i= -H= -D
          -d -s -f : disruptive changes addresses
        conntrack : disruptive changes tracked connections
          -L -C -S -G --dump --count --stats -p= -s= -d= --src= --dst= --dport= --sport= --state= -o= => read lists tracked connections
          -E --event : read+hang follows events
          -D -F -I -U --delete --flush : disruptive drops tracked connections
        ethtool : read shows a network device
          -i -S -k -g -a -c -m -T -l -x -n -u -P -d -e
          -s -K -G -A -C -L -X -N -U -E -f -t -p -r --set-eee --reset : disruptive changes a network device
        ip bridge :
          source ip(8)
          -4 -6 -s -d -o -br -j -p -r -c? -f= -family= -brief -stats -details -json -oneline -pretty -color? -statistics -resolve -all -a
          -n= -netns= -N
          -b= -batch= -force : unknown runs commands from a file
          hook ip
        tc nft : disruptive changes traffic rules
          > qdisc show | class show | filter show | qdisc ls | list | -s qdisc : read shows traffic rules
          -s -a -n
        ifconfig iwconfig route brctl : read shows network settings
          -a -s -n -e -v
          @2+ : disruptive changes network settings
          @1~add|del|delete|flush|up|down : disruptive changes network settings
        ifup ifdown netplan nmcli dhclient : disruptive changes network settings
          > device status | connection show | general status | device show | d | c : read shows network settings
        iptables ip6tables iptables-legacy iptables-nft ebtables : disruptive changes the firewall
          source iptables(8), COMMANDS
          -n -v -x -t= --line-numbers -w? --numeric --verbose --table=
          -L -S --list --list-rules => read lists rules
          -F -X -Z -D -P -I -A -R -N -E --flush --delete --append --insert --replace --policy --zero --delete-chain : disruptive changes the firewall
        iptables-save ip6tables-save nft-list : read prints rules
          -c -t=
          -f= --file= : destructive writes a file
        ufw firewall-cmd : disruptive changes the firewall
          > status : read shows rules
            @1~verbose|numbered : read
          --list-all --list-ports --list-services --list-all-zones --state --get-active-zones --get-zones --list-rich-rules --get-default-zone => read shows rules
          --zone= --permanent
        fail2ban-client : disruptive changes bans
          > status | ping | banned | version : read shows bans
          > get : read shows a setting
        tcpdump tshark : read+hang+cost captures traffic
          source tcpdump(8)
          -n -nn -v -vv -A -X -e -q -t -tt -tttt -S -l -D -p -# -XX -vvv -K -N -Q= -i= -s= -c= -r= -Y= -f= -T= -E= -B= --immediate-mode
          -w= -C= -G= -z= : destructive writes files or runs a program
          -Z= : read
        openssl :
          source openssl(1)
          single-dash
          hook openssl
        certbot :
          source certbot --help all
          -v -q -n --non-interactive --test-cert --staging --agree-tos --no-eff-email --force-renewal --nginx --apache --standalone --webroot --manual --dns-cloudflare --dns-route53 --keep-until-expiring --no-self-upgrade
          -d= -w= -m= --cert-name= --email= --config-dir= --work-dir= --logs-dir= --server= --preferred-challenges= --dns-cloudflare-credentials= --key-type=
          --pre-hook= --post-hook= --deploy-hook= --manual-auth-hook= --manual-cleanup-hook= : unknown runs a program
          --dry-run => read asks the authority's test server
          > certificates | plugins | show_account : read shows certificates
          > renew | certonly | run | install | reconfigure | enhance | register | update_account | update_symlinks : disruptive requests or replaces certificates
          > delete | revoke | unregister | rollback : destructive deletes or revokes certificates
        haproxy :
          -f= -q -V -d -D
          -c -v -vv => read checks the configuration
          -sf= -st= : disruptive takes over from a running server
        nginx apachectl httpd apache2ctl caddy :
          -c= -p= -g= -f= -q -e= --config= --adapter=
          -t -T -v -V -S -M => read checks the configuration
          -g= : unknown a setting that overrides the configuration
          > configtest | fullstatus | status | -t | version | validate | environ | list-modules | adapt | fmt : read checks the configuration
          > graceful | reload : reversible reloads the configuration
          > restart | stop | start | graceful-stop | run : disruptive restarts the server
          -s=reload -s=reopen => reversible reloads the configuration
          -s= => disruptive stops the server
          -c= : read
          -k=graceful => reversible reloads the configuration
          -k= => disruptive restarts the server
        varnishadm varnishd varnishreload : disruptive changes the cache
          > status | ping | backend.list | ban.list | vcl.list | param.show | panic.show : read shows the cache
        varnishstat varnishlog varnishtop varnishhist : read+hang shows until it is stopped
          -1 => read shows once
          -g= -q= -i= -f=
          -d
          -w= -D : destructive writes a file
        ab wrk wrk2 hey k6 vegeta siege bombardier locust jmeter artillery autocannon oha fortio slowloris hping3 iperf iperf3 : disruptive puts load on a server
          -V => read shows the version
        """;
}
