using System.Diagnostics;
using System.Globalization;
using Firstlook.Executors.Shell;

namespace Firstlook.Executors.Tests.Shell;

public sealed class SpawnTests
{
    [Fact]
    public void A_program_yields_the_processor_to_the_server_that_started_it()
    {
        using var nothing = Spawn.Nothing();
        var process = Spawn.Start(new("/bin/sleep", ["60"], [], "/", nothing, nothing, nothing, 0));
        try
        {
            Assert.Equal(Math.Min(19, NicenessOf(Environment.ProcessId) + 5), NicenessOf(process));
        }
        finally
        {
            using var sleeping = Process.GetProcessById(process);
            sleeping.Kill();
            Spawn.Reap(process);
        }
    }

    // proc(5), /proc/pid/stat: field 19, counted from the state behind the name in brackets, which is the third.
    static int NicenessOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
    }
}
