using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Journal.Tests;

public sealed class RoundTrips
{
    [Fact]
    public void Any_events_come_back_as_they_went_in_and_the_chain_verifies()
    {
        var types = Gen.NonEmptyListOf(Gen.Choose('!', '~').Select(code => (char)code)).Select(chars => string.Concat(chars));
        var times = Gen.Choose(0, int.MaxValue).SelectMany(high => Gen.Choose(0, int.MaxValue).Select(
            low => new DateTimeOffset((((long)high << 31) | (uint)low) % DateTime.MaxValue.Ticks, TimeSpan.Zero)));
        var payloads = ArbMap.Default.GeneratorFor<byte[]>();
        var appends = Gen.ListOf(types.SelectMany(type => times.SelectMany(at => payloads.Select(payload => new NewEvent(type, at, payload)))));

        Prop.ForAll(Gen.ListOf(appends).ToArbitrary(), groups => RoundTrip([.. groups.Select(group => group.ToList())]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    static bool RoundTrip(List<List<NewEvent>> groups)
    {
        using var place = new Place();
        var added = groups.SelectMany(group => group).ToList();
        Write(place, groups).GetAwaiter().GetResult();
        using var reader = Journal.OpenRead(place.Folder);
        var read = reader.Read(Make.Stream(1));
        return read.Count == added.Count
            && read.Zip(added).All(pair => pair.First.Type == pair.Second.Type
                && pair.First.At == pair.Second.At
                && pair.First.Payload.AsSpan().SequenceEqual(pair.Second.Payload.Span))
            && Journal.Verify(place.Folder).Broken is null;
    }

    static async Task Write(Place place, List<List<NewEvent>> groups)
    {
        await using var journal = await place.Open();
        var version = 0;
        foreach (var group in groups) version = (await journal.Commit(Make.Append(1, version, [.. group]))).Version;
    }
}
