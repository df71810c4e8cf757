namespace Firstlook.Journal;

/// <summary>The folder holds no journal.</summary>
public sealed class NoJournalException : JournalUnavailableException
{
    public NoJournalException(string folder)
        : base($"There is no journal in {folder}.")
    {
    }

    public NoJournalException(string folder, Exception cause)
        : base($"There is no journal in {folder}.", cause)
    {
    }

    public NoJournalException()
    {
    }
}
