namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Builtins = """
        # bash(1), SHELL BUILTIN COMMANDS
        : true false : read does nothing
          any-option
        cd pushd popd dirs pwd : read changes the folder of this shell alone
          any-option
        echo : read prints its words
          hook raw
        printf : read prints its words
          hook raw
        test [ : read tests a condition
          hook test
        exit return break continue shift wait jobs times suspend logout : read of this shell alone
          any-option
        sleep : read waits
          any-option
          @~*h|*d|inf* : +hang it waits for hours
        hash : unknown it may pin a name to another program
          -r -l -t => read shows or forgets where programs are
          -p= -d= : unknown pins a name to another program
          @none => read shows where programs are
        type which whereis : read says where a program is
          any-option
        ulimit umask : read of this shell alone
          any-option
        history : read lists earlier commands
          -c -d= -w -a -n -r -s -p : destructive changes the history
          -# :  +secret
        export readonly declare typeset local :
          hook declare
        set shopt : 
          hook set
        unset : read of this shell alone
          hook names
        read mapfile readarray getopts : read reads into a variable
          -r -s -e -t? -p= -n= -N= -d= -u= -i=
          -a= : unknown sets an array
          hook names
        let : unknown arithmetic evaluates what values say
        alias :
          hook alias
        unalias : read of this shell alone
          -a
        eval :
          hook eval
        source . :
          hook source
        exec :
          hook exec
        trap :
          hook unknown
        command builtin : read runs its words as a command
          -v => read says where a program is
          -V => read says what a program is
          -p
          wraps 0
        enable bind complete compopt coproc fc disown bg fg caller compgen : unknown changes how this shell works
        time : read times its words
          -p -v -a -o= -f= --verbose
          -o= --output= : destructive writes its report to a file
          wraps 0
        """;
}
