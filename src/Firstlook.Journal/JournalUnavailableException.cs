namespace Firstlook.Journal;

/// <summary>The journal cannot be opened, read or written now. The message is for a person; nothing was written.</summary>
public class JournalUnavailableException : Exception
{
    public JournalUnavailableException(string reason)
        : base(reason)
    {
    }

    public JournalUnavailableException(string reason, Exception cause)
        : base(reason, cause)
    {
    }

    public JournalUnavailableException()
    {
    }
}
