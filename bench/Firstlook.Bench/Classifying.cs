using System.Diagnostics;
using Firstlook.Effects;

namespace Firstlook.Bench;

/// <summary>How many commands a second one core classifies. The goal is 50,000: nobody ever waits for it.</summary>
static class Classifying
{
    static readonly string[] Commands =
    [
        "grep \"status_code=5\" /var/log/app.log | tail -50 | jq -r '.request_id'",
        "kubectl get pods -n shop -l app=api -o wide",
        "kubectl exec -it db-0 -n shop -- psql -U app -c \"SELECT count(*) FROM pg_stat_activity WHERE state = 'active';\"",
        "curl -s -o /dev/null -w \"%{http_code}\" http://localhost:8000/health/",
        "docker-compose exec redis redis-cli LLEN celery",
        "find /var/log -name \"*.log\" -mtime +7 -delete",
        "sudo systemctl restart gunicorn",
        "ls -la /var/log",
        "for p in a b c; do kubectl logs $p --tail=20 | grep -i error; done",
        "ssh -o ConnectTimeout=5 app@host \"df -h; free -m\"",
    ];

    public static void Run(TextWriter output)
    {
        Round(2_000);
        const int rounds = 20_000;
        var elapsed = Round(rounds);
        output.WriteLine($"classifying: {rounds * Commands.Length / elapsed.TotalSeconds:N0} commands a second on one core");
    }

    static TimeSpan Round(int rounds)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++)
        {
            foreach (var command in Commands)
            {
                if (Classifier.Whole(command, Language.Shell).Why.Length == 0) throw new InvalidOperationException("every answer has a reason");
            }
        }
        return watch.Elapsed;
    }
}
