namespace Firstlook.App;

/// <summary>The one place where ids are made; everywhere else they come in as values.</summary>
static class Identity
{
#pragma warning disable RS0030 // This is the edge that the ban points to.
    public static Guid Next() => Guid.NewGuid();
#pragma warning restore RS0030
}
