namespace Firstlook.App.Loops;

static partial class Log
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "The loop {Loop} failed and tries again: {Reason}")]
    public static partial void TurnFailed(ILogger log, string loop, string reason);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Message {Key} to {Sender} was not delivered (attempt {Attempt}): {Reason}")]
    public static partial void NotDelivered(ILogger log, string key, string sender, int attempt, string reason);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Warning, Message = "Runbooks: {Problem}")]
    public static partial void RunbookProblem(ILogger log, string problem);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "What is rolled out where {Target} leads is not known: {Reason}")]
    public static partial void RolloutsUnknown(ILogger log, string target, string reason);
}
