namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Text = """
        # grep(1), sed(1), gawk(1), jq manual
        grep egrep fgrep zgrep zegrep zfgrep bzgrep xzgrep rgrep : read searches text
          source grep(1), OPTIONS
          -# -i -v -c -l -L -n -H -h -o -q -s -w -x -z -r -R -E -F -G -P -a -I -y -b -T -U -u -Z
          -e= -f= -m= -A= -B= -C= -d= -D= --regexp= --file= --max-count= --after-context= --before-context= --context= --include= --exclude= --exclude-dir= --exclude-from= --label= --binary-files= --directories= --devices=
          --color? --colour? --ignore-case --no-ignore-case --invert-match --count --files-with-matches --files-without-match --line-number --with-filename --no-filename --only-matching --quiet --silent --no-messages --word-regexp --line-regexp --null --null-data --recursive --dereference-recursive --extended-regexp --fixed-strings --basic-regexp --perl-regexp --text --line-buffered --initial-tab --byte-offset --binary --unix-byte-offsets
        rg ag ack : read searches text
          source rg(1)
          -i -v -c -l -n -o -q -w -x -z -F -P -a -S -s -u -U -N -H -h -L -r= -e= -f= -m= -A= -B= -C= -g= -t= -T= -j= -M= --glob= --type= --no-ignore --hidden --json --count --files --stats --no-heading --color= --sort= --iglob= --max-count= --multiline --pcre2 --ignore-case --fixed-strings --files-with-matches --line-number --no-filename --only-matching --vimgrep --trim --pretty
          --pre= --pre-glob= --hostname-bin= : unknown runs a program on each file
        zcat bzcat xzcat zstdcat lz4cat gzcat zdiff zcmp lzcat : read shows compressed content
          any-option
        gzip gunzip bzip2 bunzip2 xz unxz zstd lz4 compress uncompress pigz :
          -c --stdout --to-stdout => read writes to standard output
          -l --list -t --test => read lists or tests
          -d -k -v -q -f -n -# -r --keep --decompress --force --best --fast
          hook gzip
        sed gsed : read edits a stream
          source sed(1), OPTIONS
          -n -E -r -s -u -z --quiet --silent --regexp-extended --separate --unbuffered --null-data --posix --debug --sandbox
          -e= -l= --expression= --line-length=
          -f= --file= : unknown the script is in a file
          -i? -I? --in-place? : destructive '-i' writes the file
          hook sed
        awk gawk mawk nawk : read computes over lines
          source gawk(1), OPTIONS
          -F= -v= --field-separator= --assign= -b -c -C -e= --source= -N -O -P -r -S -s -t -V --re-interval --posix --traditional --sandbox --characters-as-bytes --csv -k
          -f= --file= -i= --include= -l= --load= -E= --exec= -L? --lint? -n --non-decimal-data -D? -d? -o? -p? --dump-variables? --profile? --pretty-print? --debug? : unknown code or output in a file
          hook awk
        jq yq gojq jaq : read computes over JSON
          source jq manual, "Invoking jq"
          -c -r -j -s -n -S -e -a -R -C -M --compact-output --raw-output --raw-output0 --slurp --null-input --sort-keys --exit-status --raw-input --color-output --monochrome-output --tab --join-output --ascii-output --seq --stream --unbuffered --jsonargs --args -y -Y -x -P -o= -p= --output-format= --input-format= --prettyPrint --no-colors --stream-errors
          --indent= 
          --arg= --argjson= --slurpfile= --rawfile= --argfile= 
          -f= --from-file= -L= : unknown the program is in a file
          -i --inplace --in-place : destructive writes the file
          hook jq
        xmllint xmlstarlet hjson csvcut csvgrep csvlook csvstat mlr : read shows structured text
          --xpath= --format --noout --html --schema= -c -r -S -n
          --output= -o= : destructive writes a file
        find :
          source find(1), EXPRESSION
          hook find
        perl ruby php lua node deno bun tclsh Rscript java groovy scala go dotnet :
          -v -V --version => read shows the version
          hook interpreter
        python python3 python2 ipython pypy3 :
          -V --version => read shows the version
          -u -B -E -I -s -S -O -W= -X=
          hook python
        tar gtar bsdtar :
          hook tar
        zip 7z 7za rar : destructive writes an archive
          > l : read lists an archive
        unzip : destructive writes files over what is there
          -l -t -v -Z -p => read lists or tests an archive
          -q -o -n -d= -j -x=
        cpio ar pax : unknown reads or writes archives
        rsync :
          source rsync(1)
          -n --dry-run => read shows what it would copy
          --list-only => read lists files
          -a -v -z -r -h -P -e= --progress --stats -i -u -c -x -l -p -t -g -o -D -H -A -X -W -S -L --exclude= --include= --partial --human-readable --itemize-changes --archive --verbose --compress --recursive --bwlimit= --timeout= --checksum
          hook rsync
        scp :
          source scp(1)
          -r -p -q -C -v -4 -6 -B -T -O -P= -i= -l= -c= -F= -J= -S= -o=
          hook scp
        """;
}
