namespace Firstlook.Runbooks.Checking;

/// <summary>Reasons and fixes of the codes that the reader itself reports.</summary>
internal static class ReaderCodes
{
    public static (string Reason, string Fix)? Explain(string code) => code.ToUpperInvariant() switch
    {
        "FL001" => ("Whoever pastes the block believes its tag: shell in a Python prompt fails in the middle of an incident.", "Tag the block with what it is, or split it."),
        "FL002" => ("\"Response\" may mean the first acknowledgement or the first repair; we count it as the acknowledgement.", "Write \"acknowledge within\" or \"first update within\"."),
        "FL003" => ("A value that nothing gives must be looked for by hand at three in the morning.", "Name it like an alert label, or say in the text where it is found."),
        "FL004" => ("A heading that says check or safe is trusted; the command below it loses data.", "Move the command under a heading that says what it does."),
        "FL005" => ("Whoever reads the runbook, and every log that a command line reaches, has the secret.", "Read it from the environment or a file, and change it."),
        "FL006" => ("What is not known never runs by itself and always waits for an approval.", "Use a command that is known, or say in the team's policy what it does."),
        "FL007" => ("A block that is never closed swallows the rest of the file.", "Close it."),
        "FL008" => ("Two sections that answer the same alert: nobody can tell which one is meant.", "Merge them, or name the alert in one of them only."),
        "FL010" => ("Two times for one level: whichever is kept, the other is broken.", "Keep one, and link to it."),
        "FL011" => ("The file was saved in another encoding than it was read in; marks and accents are damaged.", "Save it again as UTF-8 from the original."),
        _ => null,
    };
}
