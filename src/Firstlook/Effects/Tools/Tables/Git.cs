namespace Firstlook.Effects.Tools;

internal static partial class ToolTables
{
    const string Git = """
        # git(1) and the page of each subcommand; gh manual
        git :
          source git(1), OPTIONS
          -P -p --no-pager --paginate --bare --literal-pathspecs --no-optional-locks --no-replace-objects
          -C= --namespace= : read
          --git-dir= --work-tree= : unknown the settings of another repository may name programs
          -c= --config-env= --exec-path? --super-prefix= : unknown a setting of git may run a program
          > log | show | diff | shortlog | whatchanged | blame | annotate | reflog | range-diff | show-branch | rev-list : read shows history
            source git-log(1), OPTIONS
            -# -p -u -s -S= -G= -L= -n= -z -i -E -F -P -g -m -c -M? -C? -B? -w -b -a -R -r -t -U= -O= -l= -e -f --oneline --graph --all --stat? --shortstat --numstat --name-only --name-status --decorate? --no-decorate --since= --until= --after= --before= --author= --committer= --grep= --max-count= --skip= --format= --pretty? --date= --follow --merges --no-merges --first-parent --reverse --patch --no-patch --cached --staged --color? --no-color --abbrev-commit --abbrev? --topo-order --date-order --branches? --tags? --remotes? --left-right --cherry-pick --cherry --word-diff? --summary --raw --minimal --ignore-all-space --ignore-space-change --unified= --diff-filter= --invert-grep --regexp-ignore-case --no-renames --find-renames? --walk-reflogs --relative-date --show-signature --no-ext-diff --no-textconv --exit-code --quiet -q --check --full-history --simplify-by-decoration --merge-base --no-color-moved --count --objects --no-walk --source --no-prefix --line-porcelain --porcelain --ignore-submodules? --submodule? --dirstat? --compact-summary --no-notes --full-index --binary --text --no-index
            --ext-diff --textconv : unknown runs a program on each file
            --output= -o= : destructive writes a file
          > reflog expire | reflog delete : destructive deletes what could be recovered
          > status | ls-files | ls-tree | rev-parse | describe | cat-file | name-rev | merge-base | for-each-ref | show-ref | count-objects | cherry | var | version | diff-tree | diff-index | diff-files | check-ignore | grep | verify-commit | verify-tag | help | ls-remote | whatchanged | fsck | range-diff | merge-tree | get-tar-commit-id | verify-pack : read shows the repository
            any-option
            @~ext::* : unknown the address names a program
            --textconv --ext-diff --filters --lost-found -O? --open-files-in-pager? --upload-pack= --exec= -w --output= : unknown runs a program
          > branch : read lists branches
            -a -r -v -vv -q --all --remotes --show-current --contains= --no-contains= --merged? --no-merged? --sort= --format= --points-at= --column? --color? --abbrev? --verbose
            -l --list => read lists branches
            -d -D -m -M -c -C -f -u= --delete --move --copy --force --set-upstream-to= --unset-upstream --edit-description --track? --no-track : reversible changes branches
            @1+ : reversible makes a branch
          > tag : read lists tags
            -l --list => read lists tags
            -n? --contains= --merged? --sort= --points-at= --format= --no-contains= --column?
            -d -f -a -s -m= -F= -u= --delete --force --annotate --sign --message= : reversible changes tags
            @1+ : reversible makes a tag
          > remote : read lists remotes
            -v --verbose
          > remote show | remote get-url : read shows a remote
            -n --all --push
          > remote add | remote set-url | remote rename | remote update | remote set-head : reversible changes remotes
          > remote remove | remote rm | remote prune : reversible changes remotes
          > stash list | stash show : read shows what is stashed
            -p --stat --name-only --patch
          > stash drop | stash clear : destructive drops stashed work
          > stash | stash push | stash save | stash pop | stash apply | stash branch | stash create : reversible moves work aside
            -u -a -m= -q -k -p --index --include-untracked --all --keep-index --message=
          > config : reversible changes settings
            -l --list --get= --get-all= --get-regexp= --show-origin --show-scope => read shows settings
            --global --local --system --name-only -z
          > worktree list | submodule status | submodule summary | bisect log | bisect view | notes list | notes show | lfs ls-files | lfs status | bundle verify | sparse-checkout list | submodule : read shows the repository
            --porcelain -v --recursive --cached
          > fetch : reversible updates remote branches
            --upload-pack= : unknown runs a program
            -p --prune --all --tags -q -v --depth= --dry-run -f --force -t --unshallow
          > pull | merge | checkout | switch | cherry-pick | revert | commit | add | rebase | am | apply | mv | init | clone | worktree add | bisect | format-patch | archive | bundle | notes add | submodule update | submodule add | lfs pull | maintenance | update-index | update-ref | gc | repack | prune-packed | pack-refs | sparse-checkout : reversible changes the working copy
            -n -m= -a -q -e --no-commit --no-edit --mainline= --abort --continue --skip -b= -B= -c= -C= --ff-only --no-ff --rebase --depth= -p --patch
            -f --force --discard-changes --ours --theirs : destructive discards local changes
            -i --interactive : unknown+interactive opens an editor
            -x= --exec= --upload-pack= -u= --config= --template= : unknown runs a program
            --amend : disruptive rewrites a commit
            @~-- : destructive overwrites local changes
          > checkout : reversible changes the working copy
            -b= -B= -q -t --track
            -f --force : destructive discards local changes
            @~. : destructive overwrites local changes
            hook git-checkout
          > restore : destructive overwrites local changes
            -S --staged => reversible unstages files
            -s= --source= -W --worktree
          > reset : reversible moves the branch
            --soft --mixed -q --quiet -N
            --hard --merge --keep : destructive discards local changes
          > push : disruptive publishes commits
            -u -v -q --set-upstream --tags --follow-tags --all --no-verify --atomic --progress
            -n --dry-run => read shows what would be pushed
            -f -d --force --force-with-lease? --delete --mirror --prune --force-if-includes : destructive overwrites or deletes on the remote
            --receive-pack= --exec= -o= --push-option= : unknown runs a program
            @2+ : read
            @~+* : destructive '+' forces the push
            @~:* : destructive ':' deletes on the remote
          > clean : destructive deletes untracked files
            -n --dry-run => read shows what would be deleted
            -d -x -X -q -e= -f -i --force
          > rm | filter-branch | filter-repo | prune | replace | update-server-info | lfs prune | worktree remove | worktree prune | submodule deinit : destructive deletes from the repository
        gh glab hub :
          -R= --repo=
          > pr list | pr view | pr status | pr diff | pr checks | issue list | issue view | issue status | run list | run view | release list | release view | repo view | repo list | workflow list | workflow view | auth status | status | search prs | search issues | search code | search commits | search repos | gist list | gist view | label list | secret list | variable list | cache list | org list | ruleset list | ruleset view | mr list | mr view | pipeline list | ci list | ci status | ci view | extension list | attestation verify | codespace list | project list | project view : read shows the project
            -L= -s= -a= -l= -A= -S= -q= -t= -w= -b= -u= -e= -c -v -j= --limit= --state= --author= --label= --json= --jq= --template= --search= --workflow= --branch= --user= --log --log-failed --job= --attempt= --exit-status --comments --name-only --patch --required --base= --head= --event= --status= --commit= --created= --exclude-drafts --exclude-pre-releases --order= --sort= --visibility= --all --yaml --ref=
            -w --web : +interactive opens a browser
            --watch : +hang follows until it is stopped
          > run watch : read+hang follows a run
            -i= --exit-status
          > auth token : read+secret prints a credential
          > api :
            -X= -f= -F= -H= -q= -t= -p= -i --method= --field= --raw-field= --header= --jq= --template= --paginate --include --input= --cache= --slurp --silent --verbose --hostname=
            hook gh-api
          > run rerun | run cancel | workflow run | workflow enable | workflow disable | pr create | pr merge | pr close | pr reopen | pr comment | pr edit | pr review | pr ready | issue create | issue close | issue comment | issue edit | issue reopen | release create | release upload | release edit | label create | variable set | secret set | repo create | repo edit | repo fork | ci run | ci retry | mr create | mr merge | workflow run : disruptive changes the project
          > repo delete | release delete | secret delete | variable delete | issue delete | cache delete | label delete | run delete : destructive deletes from the project
          > pr checkout | repo clone | run download | release download | repo sync : reversible writes local files
        svn hg : reversible changes the working copy
          > log | status | info | diff | blame | list | ls | cat | heads | branches | tags | identify | summary | st | annotate : read shows history
            -r= -l= -v -q -c= -p --limit= -g --stat
        """;
}
