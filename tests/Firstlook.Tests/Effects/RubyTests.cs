using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class RubyTests
{
    [Theory]
    [InlineData("=begin\n'\n=end\n`reboot` #'")]
    [InlineData("puts <<X\n'\nX\n`reboot` #'")]
    [InlineData("puts <<~\"THE END\"\n  '\n  THE END\n`reboot` #'")]
    [InlineData("\"#{1 # }\n; `reboot`}\"")]
    [InlineData("\"#{1 # }\n; system('reboot')}\"")]
    public void Comments_and_texts_over_lines_hide_no_command(string text) => Assert.Equal(Effect.Unknown, Classifier.Whole(text, Language.Ruby).Effect);

    [Theory]
    [InlineData("=begin\nisn't code\n=end\nputs User.count")]
    [InlineData("rows = []\nrows << User.count\nputs rows.size")]
    [InlineData("User.find_each do |user|\n  if user.active?\n    puts user.name\n  end\nend\nOrder.find_each { |user| puts user.size }")]
    public void What_only_reads_over_lines_stays_a_read(string text) => Assert.Equal(Effect.Read, Classifier.Whole(text, Language.Ruby).Effect);

    [Fact]
    public void A_parameter_is_set_within_its_method_alone() => Assert.Equal(Effect.Unknown, Classifier.Whole("def f(restart_all)\n  restart_all\nend\nrestart_all", Language.Ruby).Effect);
}
