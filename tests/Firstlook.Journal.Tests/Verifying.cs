using System.Text;

namespace Firstlook.Journal.Tests;

public sealed class Verifying : IDisposable
{
    readonly Place place = new();

    static readonly string One = Make.Stream(1).ToString();
    static readonly string Two = Make.Stream(2).ToString();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task A_sound_journal_is_counted()
    {
        await Fill();
        var verification = Journal.Verify(place.Folder);
        Assert.Equal((6, 2, 1, 2, null), (verification.Events, verification.Streams, verification.Evidence, verification.Checkpoints, verification.Broken));
        using var reader = Journal.OpenRead(place.Folder);
        Assert.Equal(Convert.ToHexStringLower(reader.LastCheckpoint()!.Hash), verification.Seal);
    }

    [Fact]
    public async Task An_empty_journal_is_sound()
    {
        await (await place.Open()).DisposeAsync();
        Assert.Equal(new Verification(0, 0, 0, 0, null), Journal.Verify(place.Folder));
    }

    [Theory]
    [InlineData("payload = x'7b7c'", "content")]
    [InlineData("type = 'incident.closed.v1'", "content")]
    [InlineData("at = at + 1", "content")]
    [InlineData("hash = zeroblob(32)", "content")]
    [InlineData("prev = zeroblob(32)", "link")]
    [InlineData("version = 7", "missing")]
    public async Task A_changed_event_is_named(string change, string wrong)
    {
        await Fill();
        place.Tamper($"UPDATE event SET {change} WHERE stream = {Make.Sql(Make.Stream(2))} AND version = 2");
        var broken = Journal.Verify(place.Folder).Broken;
        Assert.StartsWith($"Incident {Two}, version 2", broken);
        Assert.Contains(wrong, broken);
    }

    [Fact]
    public async Task One_bit_changed_in_the_file_itself_is_named()
    {
        await Fill();
        var bytes = await File.ReadAllBytesAsync(place.Database, TestContext.Current.CancellationToken);
        bytes[bytes.AsSpan().IndexOf("second of 1"u8)] ^= 1;
        await File.WriteAllBytesAsync(place.Database, bytes, TestContext.Current.CancellationToken);
        Assert.StartsWith($"Incident {One}, version 2", Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task Any_byte_changed_in_the_file_is_noticed_or_changes_nothing_that_is_read()
    {
        const int Turns = 1000;
        await Fill();
        var sound = await File.ReadAllBytesAsync(place.Database, TestContext.Current.CancellationToken);
        var all = Everything();
        var random = new Random(7);
        var noticed = 0;
        for (var turn = 0; turn < Turns; turn++)
        {
            var changed = sound.ToArray();
            var at = Used(sound, random);
            changed[at] ^= (byte)random.Next(1, 256);
            await File.WriteAllBytesAsync(place.Database, changed, TestContext.Current.CancellationToken);
            if (Notices()) noticed++;
            else Assert.True(all == Everything(), $"Byte {at} was changed, and verify did not see it.");
        }

        Assert.InRange(noticed, Turns / 4, Turns);
    }

    [Fact]
    public async Task A_removed_incident_is_named()
    {
        await Fill();
        place.Tamper($"DELETE FROM event WHERE stream = {Make.Sql(Make.Stream(1))}; DELETE FROM alert");
        Assert.StartsWith($"Incident {One}: removed. Checkpoint 1", Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task An_incident_removed_before_its_first_checkpoint_is_named_by_its_alert_and_else_by_the_gap()
    {
        await using (var journal = await place.Open())
        {
            await journal.Commit(Make.Alerting(1, 0, "k"));
            await journal.Commit(Make.Append(2, 0, Make.Event()));
            place.Tamper($"DELETE FROM event WHERE stream = {Make.Sql(Make.Stream(1))}");
            Assert.StartsWith($"Incident {One}: removed. The alert k", Journal.Verify(place.Folder).Broken);
        }

        place.Tamper("DELETE FROM alert", guarded: true);
        Assert.StartsWith("Events 1 to 1 ", Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task A_truncated_tail_is_named()
    {
        await Fill();
        place.Tamper($"DELETE FROM event WHERE stream = {Make.Sql(Make.Stream(2))} AND version = 3");
        Assert.StartsWith($"Incident {Two}, version 3: cut off. Checkpoint 2", Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task A_tail_truncated_before_its_first_checkpoint_is_seen()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event(), Make.Event()));
        place.Tamper("DELETE FROM event WHERE position = 2");
        Assert.StartsWith("Event 2 of the whole journal is missing", Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task An_event_rewritten_with_a_right_hash_does_not_pass_the_checkpoint()
    {
        await Fill();
        StoredEvent last;
        using (var reader = Journal.OpenRead(place.Folder)) last = reader.Read(Make.Stream(2))[^1];
        var forged = Chain.OfEvent(last.Previous, last.Stream, last.Version, last.Type, last.At, "forged"u8);
        place.Tamper($"UPDATE event SET payload = CAST('forged' AS BLOB), hash = x'{Convert.ToHexString(forged)}' WHERE position = {last.Position}");
        Assert.StartsWith($"Incident {Two}, version 3: not the event that checkpoint 2", Journal.Verify(place.Folder).Broken);
    }

    [Theory]
    [InlineData("UPDATE checkpoint SET heads = x'' WHERE n = 1", "Checkpoint 1: its content")]
    [InlineData("UPDATE checkpoint SET at = at + 1 WHERE n = 2", "Checkpoint 2: its content")]
    [InlineData("UPDATE checkpoint SET prev = zeroblob(32) WHERE n = 2", "Checkpoint 2: its link")]
    [InlineData("DELETE FROM checkpoint WHERE n = 1", "Checkpoint 1: missing")]
    [InlineData("DELETE FROM checkpoint WHERE n = 2", "Checkpoint 2: missing")]
    public async Task An_edited_checkpoint_is_named(string change, string broken)
    {
        await Fill();
        place.Tamper(change);
        Assert.StartsWith(broken, Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task Changed_evidence_is_named()
    {
        await Fill();
        place.Tamper("UPDATE evidence SET bytes = x'00'", guarded: true);
        Assert.StartsWith($"Evidence {Evidence.Of("seen"u8.ToArray()).Hash}", Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task Evidence_that_retention_removed_breaks_nothing()
    {
        await Fill();
        place.Tamper("DELETE FROM evidence", guarded: true);
        Assert.Null(Journal.Verify(place.Folder).Broken);
    }

    [Theory]
    [InlineData("UPDATE event SET at = 0")]
    [InlineData("DELETE FROM event WHERE position = 1")]
    [InlineData("INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 1")]
    [InlineData("INSERT OR REPLACE INTO event (stream, version, type, at, payload, prev, hash) SELECT stream, version, 'x', at, payload, prev, hash FROM event LIMIT 1")]
    [InlineData("UPDATE checkpoint SET at = 0")]
    [InlineData("DELETE FROM checkpoint")]
    [InlineData("INSERT OR REPLACE INTO checkpoint SELECT n, 0, position, heads, prev, hash FROM checkpoint")]
    public async Task The_file_itself_refuses_to_change_what_is_written(string change)
    {
        await Fill();
        var refused = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => place.Tamper(change, guarded: true));
        Assert.Contains("append-only", refused.Message);
        Assert.Null(Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task A_guard_taken_out_of_the_file_is_seen()
    {
        await Fill();
        place.Tamper("DROP TRIGGER event_no_delete", guarded: true);
        Assert.Contains("event_no_delete", Journal.Verify(place.Folder).Broken);
    }

    [Fact]
    public async Task A_checkpoint_is_taken_only_where_something_changed()
    {
        await using var journal = await place.Open();
        Assert.Null(await journal.Checkpoint(Make.Start, TestContext.Current.CancellationToken));
        await journal.Commit(Make.Append(1, 0, Make.Event()));
        var taken = await journal.Checkpoint(Make.Start, TestContext.Current.CancellationToken);
        var head = journal.Read(Make.Stream(1))[0].Hash;
        Assert.Equal($"{One} 1 {Convert.ToHexStringLower(head)}\n", Encoding.UTF8.GetString(taken!.Heads));
        Assert.Null(await journal.Checkpoint(Make.Start, TestContext.Current.CancellationToken));
    }

    bool Notices()
    {
        try
        {
            return Journal.Verify(place.Folder).Broken is not null;
        }
        catch (JournalUnavailableException)
        {
            // The number of the schema: the file says that another Firstlook wrote it.
            return true;
        }
    }

    // Most of a small file is zeros that nothing reads.
    static int Used(byte[] file, Random random)
    {
        int at;
        do at = random.Next(file.Length);
        while (file[at] == 0);
        return at;
    }

    string Everything()
    {
        using var reader = Journal.OpenRead(place.Folder);
        var events = reader.ReadAll(0, 100).Select(stored => $"{stored.Position} {stored.Stream} {stored.Version} {stored.Type} {stored.At.Ticks} {Convert.ToHexString(stored.Payload)}");
        var evidence = reader.ReadEvidence(Evidence.Of("seen"u8.ToArray()).Hash);
        return string.Join('\n', events) + Convert.ToHexString(evidence ?? []) + Convert.ToHexString(reader.LastCheckpoint()!.Hash);
    }

    /// <summary>Two incidents of three events, one under the first checkpoint and both under the second.</summary>
    async Task Fill()
    {
        await using var journal = await place.Open();
        await journal.Commit(Make.Append(1, 0, Make.Event("first of 1"), Make.Event("second of 1"), Make.Event("third of 1")) with
        {
            Alerts = [new AlertChange("k", Firing: true, Make.Start, Make.Start)], Evidence = [Evidence.Of("seen"u8.ToArray())],
        });
        await journal.Commit(Make.Append(2, 0, Make.Event("first of 2"), Make.Event("second of 2")));
        Assert.NotNull(await journal.Checkpoint(Make.Start, TestContext.Current.CancellationToken));
        await journal.Commit(Make.Append(2, 2, Make.Event("third of 2")));
    }
}
