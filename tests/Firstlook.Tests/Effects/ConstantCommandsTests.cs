using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Texts, commands and subscripts that stand there to the letter, so that it can be said what they do.</summary>
public sealed class ConstantCommandsTests
{
    static Classified Of(string command) => Classifier.Whole(command, Language.Shell);

    [Theory]
    [InlineData("awk '{print | \"sort -n\"}' f", Effect.Read)]
    [InlineData("awk '{print | \"sort -o x\"}' f", Effect.Destructive)]
    [InlineData("awk '{print | \"sort \" $1}' f", Effect.Unknown)]
    [InlineData("awk '{print | \"sh\"}' f", Effect.Unknown)]
    [InlineData("awk '{print | \"mail x\"}' f", Effect.Unknown)]
    [InlineData("awk '{print | \"sort; x\"}' f", Effect.Unknown)]
    [InlineData("awk 'BEGIN{\"date\"|getline t}'", Effect.Read)]
    [InlineData("awk 'BEGIN{\"rm \" \"date\"|getline t}'", Effect.Unknown)]
    [InlineData("awk '{$1 \"date\"|getline t}'", Effect.Unknown)]
    [InlineData("awk 'BEGIN{\"curl http://h/\"|getline t}'", Effect.Unknown)]
    public void What_awk_prints_into_is_a_filter_and_what_it_asks_this_machine(string command, Effect effect) => Assert.Equal(effect, Of(command).Effect);

    [Fact]
    public void A_filter_of_awk_that_shows_a_secret_says_so() => Assert.True(Of("awk '{print | \"cat /etc/shadow\"}' f").Tags.HasFlag(EffectTags.Secret));

    [Theory]
    [InlineData("trap 'echo done' EXIT; ls", Effect.Read)]
    [InlineData("trap 'echo \"line $LINENO\" >&2; exit 1' ERR; ls", Effect.Read)]
    [InlineData("trap - EXIT", Effect.Read)]
    [InlineData("trap 'rm x' EXIT", Effect.Unknown)]
    [InlineData("trap 'echo $x' EXIT", Effect.Unknown)]
    [InlineData("trap 'echo x >&3' EXIT", Effect.Unknown)]
    [InlineData("trap 'echo x' EXIT; echo() { rm x; }", Effect.Destructive)]
    [InlineData("echo() { ls; }; trap 'echo x' EXIT", Effect.Unknown)]
    [InlineData("trap 'echo x' $s", Effect.Unknown)]
    public void A_trap_may_say_something(string command, Effect effect) => Assert.Equal(effect, Of(command).Effect);

    [Theory]
    [InlineData("let n=1+1", Effect.Read)]
    [InlineData("let i++ j=i*2", Effect.Read)]
    [InlineData("let n=$x", Effect.Unknown)]
    [InlineData("let 'n=a[0]'", Effect.Unknown)]
    [InlineData("x='a[$(ls)]'; let n=x", Effect.Unknown)]
    [InlineData("x=$(curl -s http://h/); let n=x", Effect.Unknown)]
    public void Let_computes_with_what_stands_there(string command, Effect effect) => Assert.Equal(effect, Of(command).Effect);

    [Theory]
    [InlineData("for i in \"${!a[@]}\"; do echo $i ${a[i]}; done", Effect.Read)]
    [InlineData("echo ${a[-1]} ${a[i+1]} ${a[$i]}", Effect.Read)]
    [InlineData("echo ${!x}", Effect.Unknown)]
    [InlineData("i=$(curl -s http://h/); echo ${a[i]}", Effect.Unknown)]
    [InlineData("i=$(curl -s http://h/); echo ${#a[i]}", Effect.Unknown)]
    [InlineData("i='b[$(ls)]'; echo ${a[i]}", Effect.Unknown)]
    [InlineData("echo ${a[$(ls)]}", Effect.Unknown)]
    public void A_subscript_is_judged_as_the_arithmetic_that_it_is(string command, Effect effect) => Assert.Equal(effect, Of(command).Effect);

    [Theory]
    [InlineData("tar -I zstd -tf x", Effect.Read)]
    [InlineData("tar -I 'pigz -d -p4' -tf x", Effect.Read)]
    [InlineData("tar -I ./zstd -tf x", Effect.Unknown)]
    [InlineData("tar -I 'zstd -o x' -tf x", Effect.Unknown)]
    [InlineData("tar -I 'zstd -d' -xf x", Effect.Destructive)]
    public void A_packer_of_tar_is_one_that_is_known_for_it(string command, Effect effect) => Assert.Equal(effect, Of(command).Effect);

    [Theory]
    [InlineData("parallel ssh {} uptime :::: hosts", Effect.Read)]
    [InlineData("parallel ssh {} reboot :::: hosts", Effect.Disruptive)]
    [InlineData("parallel {} :::: x", Effect.Unknown)]
    [InlineData("parallel ssh {} uptime :::: hosts ::: x", Effect.Unknown)]
    [InlineData("parallel ssh {} uptime :::: -", Effect.Unknown)]
    [InlineData("parallel -j0 curl -sI http://{}/ :::: hosts", Effect.Unknown)]
    public void What_parallel_takes_from_one_file_is_judged_as_of_xargs(string command, Effect effect) => Assert.Equal(effect, Of(command).Effect);

    [Theory]
    [InlineData("curl ftp://h/ -l", Effect.Read)]
    [InlineData("curl ftp://h/ -X 'DELE x'", Effect.Unknown)]
    [InlineData("curl ftp://h/a%0d%0aDELE", Effect.Unknown)]
    [InlineData("curl telnet://h:25 < /dev/null", Effect.Read)]
    [InlineData("curl telnet://h:25 < f", Effect.Unknown)]
    public void Curl_lists_over_ftp_and_connects_over_telnet(string command, Effect effect) => Assert.Equal(effect, Of(command).Effect);
}
