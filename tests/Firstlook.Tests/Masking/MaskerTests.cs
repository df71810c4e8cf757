using Firstlook.Access;
using Firstlook.Looks;
using Firstlook.Masking;

namespace Firstlook.Tests.Masking;

public sealed class MaskerTests
{
    static readonly Masker Plain = new([]);
    static readonly Masker Clinic = new(["patient_name", "birthDate"]);

    [Theory]
    [InlineData("password=hunter2 user=ada", "password=[masked password] user=ada")]
    [InlineData("db_password: \"p w\"; host=db", "db_password: \"[masked password]\"; host=db")]
    [InlineData("{\"password\": \"a\\\"b\", \"n\": 1}", "{\"password\": \"[masked password]\", \"n\": 1}")]
    [InlineData("{\"msg\":\"{\\\"password\\\":\\\"x y\\\",\\\"n\\\":1}\"}", "{\"msg\":\"{\\\"password\\\":\\\"[masked password]\\\",\\\"n\\\":1}\"}")]
    [InlineData("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "AWS_SECRET_ACCESS_KEY=[masked secret]")]
    [InlineData("'api_key' => 'abc'", "'api_key' => '[masked key]'")]
    [InlineData("GET /cb?token=abc&state=7 HTTP/1.1", "GET /cb?token=[masked token]&state=7 HTTP/1.1")]
    [InlineData("{\"secret\": [\"a\", \"b\"], \"n\": 1}", "{\"secret\": [masked secret], \"n\": 1}")]
    [InlineData("Authorization: Bearer abc.def-123 extra", "Authorization: [masked authorization]")]
    [InlineData("curl -H 'Authorization: Bearer abc123xyz' https://x", "curl -H 'Authorization: [masked authorization]' https://x")]
    [InlineData("sent Bearer abc123xyz0 to", "sent Bearer [masked token] to")]
    [InlineData("Basic dXNlcjpwYXNz and Basic authentication", "Basic [masked password] and Basic authentication")]
    [InlineData("postgres://shop:s3cr3t@db:5432/shop", "postgres://shop:[masked password]@db:5432/shop")]
    [InlineData("redis://:p@ss@cache:6379", "redis://:[masked password]@cache:6379")]
    [InlineData("redis-cli -h cache -a s3cr3t ping", "redis-cli -h cache -a [masked password] ping")]
    [InlineData("mysql -uroot -ps3cr3t shop", "mysql -uroot -p[masked password] shop")]
    [InlineData("pg_dump --password s3cr3t shop", "pg_dump --password [masked password] shop")]
    [InlineData("curl -u ada:s3cr3t https://x", "curl -u ada:[masked password] https://x")]
    [InlineData("PGPASSWORD=s3cr3t psql", "PGPASSWORD=[masked password] psql")]
    public void A_secret_is_masked_where_its_name_or_place_says_so(string text, string expected) => Assert.Equal(expected, Plain.Mask(text));

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "AWS key")]
    [InlineData("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "GitHub token")]
    [InlineData("xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy", "Slack token")]
    [InlineData("sk_live_4eC39HqLyjWDarjtT1zdp7dc", "Stripe key")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P", "JWT")]
    [InlineData("ada.lovelace+shop@mail.example.com", "e-mail")]
    [InlineData("+49 30 1234567", "phone")]
    [InlineData("+1 (555) 123-4567", "phone")]
    [InlineData("(555) 123-4567", "phone")]
    [InlineData("+15551234567", "phone")]
    [InlineData("4111 1111 1111 1111", "card number")]
    [InlineData("4111111111111111", "card number")]
    [InlineData("5555-5555-5555-4444", "card number")]
    [InlineData("378282246310005", "card number")]
    public void A_value_that_shows_what_it_is_is_masked_anywhere(string value, string kind)
    {
        foreach (var (before, after) in new[] { ("", ""), ("seen 5 ", " at noon"), ("\"", "\","), ("x=", ";"), ("(", ")"), ("", "."), ("to: ", ", 7") })
            Assert.Equal($"{before}[masked {kind}]{after}", Plain.Mask(before + value + after));
    }

    [Theory]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("42424242-4242-4242-4242-424242424242")]
    [InlineData("2025-12-16T10:00:00.123+01:00")]
    [InlineData("+2025-12-16 10:00:00 ERROR")]
    [InlineData("1734343200000 1734343200000000000")]
    [InlineData("req-8f14e45fceea167a5a36dedd4bea2543")]
    [InlineData("order 20251216-000417 INV-2025-0000417 #4111111111111111x")]
    [InlineData("10.0.0.17 192.168.100.201:5432 fe80::1")]
    [InlineData("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("token_type=bearer tokens_used=512 PWD=/srv OLDPWD=/")]
    [InlineData("idempotency_key=4711 secretName: app-tls")]
    [InlineData("password authentication failed for user \"shop\"")]
    [InlineData("the Basic authentication and Bearer authentication schemes")]
    [InlineData("git@github.com:team/repo.git getty@tty1.service pkg@1.2.3 user@host")]
    [InlineData("1 + 5551234567 = 5551234568; a+1234567890")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("password=$DB_PASSWORD password=<password> password=**** password=null")]
    [InlineData("sk-learn ghp_short eyJ AKIA")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    public void What_people_search_by_stays_legible(string text)
    {
        Assert.Equal(text, Plain.Mask(text, out var count));
        Assert.Equal(0, count);
    }

    [Theory]
    [InlineData("patient_name=Anna Maria Lopez ward=7", "patient_name=[masked patient_name] ward=7")]
    [InlineData("{\"patientName\": \"Anna Lopez\", \"ward\": 7}", "{\"patientName\": \"[masked patient_name]\", \"ward\": 7}")]
    [InlineData("Patient-Name: Anna Lopez, ward 7", "Patient-Name: [masked patient_name], ward 7")]
    [InlineData("birth_date=1990-01-01", "birth_date=[masked birthDate]")]
    public void A_field_that_the_team_names_is_masked(string text, string expected) => Assert.Equal(expected, Clinic.Mask(text));

    [Fact]
    public void A_private_key_is_masked_over_all_its_lines()
    {
        var body = string.Concat(Enumerable.Repeat("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n", 5));
        var masked = Plain.Mask($"before\n-----BEGIN RSA PRIVATE KEY-----\n{body}-----END RSA PRIVATE KEY-----\nafter", out var count);

        Assert.DoesNotContain("MIIE", masked, StringComparison.Ordinal);
        Assert.StartsWith("before\n[masked private key]\n", masked, StringComparison.Ordinal);
        Assert.EndsWith("\nafter", masked, StringComparison.Ordinal);
        Assert.Equal(1, count);
    }

    [Fact]
    public void A_private_key_in_one_line_is_masked() =>
        Assert.Equal("{\"k\": \"[masked private key]\\n\"}", Plain.Mask("{\"k\": \"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\\n\"}"));

    [Fact]
    public void A_private_key_that_was_cut_off_does_not_hide_what_follows() =>
        Assert.Equal("[masked private key]\n[masked private key]\n2025-12-16 10:00:00 ERROR it broke", Plain.Mask("-----BEGIN PRIVATE KEY-----\nMIIEvQ\n2025-12-16 10:00:00 ERROR it broke"));

    [Fact]
    public void A_result_is_masked_in_every_part_and_counted()
    {
        var result = new Result(
            new CommandId("s", 0), "db", "SELECT 'ada@example.com'", null, DateTimeOffset.UnixEpoch, TimeSpan.Zero,
            new Outcome(OutcomeKind.Failed, "password=x"),
            new Output(OutputKind.Rows, 1, false,
                Samples: [new Sample([KeyValuePair.Create("token", "abc"), KeyValuePair.Create("job", "web")], 1)],
                Columns: ["id", "patient_name", "note"],
                Rows: [["7", "Anna", "call +49 30 1234567"], ["8", null, ""]],
                Lines: ["-----BEGIN PRIVATE KEY-----", "MIIE", "-----END PRIVATE KEY-----", "x"],
                Errors: ["mail to bob@example.com"]), 0);
        var masked = Clinic.Mask(result);

        Assert.Equal("SELECT '[masked e-mail]'", masked.Ran);
        Assert.Equal("password=[masked password]", masked.Outcome.Message);
        Assert.Equal(["7", "[masked patient_name]", "call [masked phone]"], masked.Output.Rows[0]);
        Assert.Equal(["8", null, ""], masked.Output.Rows[1]);
        Assert.Equal("[masked token]", masked.Output.Samples[0].Labels[0].Value);
        Assert.Equal("web", masked.Output.Samples[0].Labels[1].Value);
        Assert.Equal(["[masked private key]", "[masked private key]", "[masked private key]", "x"], masked.Output.Lines);
        Assert.Equal(["mail to [masked e-mail]"], masked.Output.Errors);
        Assert.Equal(7, masked.Masked);
    }
}
