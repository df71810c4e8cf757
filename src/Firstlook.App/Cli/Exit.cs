namespace Firstlook.App.Cli;

/// <summary>What the command line's exit codes mean; the same for every verb.</summary>
static class Exit
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Finding = 3;
    public const int Refused = 4;
    public const int Pending = 5;
    public const int Partial = 6;
    public const int Unreachable = 7;
    public const int NotFound = 8;
    public const int Interrupted = 130;
}
