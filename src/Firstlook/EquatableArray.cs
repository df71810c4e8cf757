using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Firstlook;

/// <summary>
/// An immutable list with the equality of its items, so that a record that holds one is still a value.
/// The default value is the empty list.
/// </summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    readonly ImmutableArray<T> items = items;

    ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public int Count => items.IsDefault ? 0 : items.Length;

    public bool IsEmpty => items.IsDefaultOrEmpty;

    public T this[int index] => AsSpan()[index];

    /// <summary>The items; none for the default value.</summary>
    public ReadOnlySpan<T> AsSpan() => items.AsSpan();

    /// <summary>As <see cref="Enumerable.Any{T}(IEnumerable{T}, Func{T, bool})"/>, without an enumerator on the heap.</summary>
    public bool Any(Func<T, bool> predicate)
    {
        foreach (var item in AsSpan())
        {
            if (predicate(item)) return true;
        }

        return false;
    }

    /// <summary>As <see cref="Enumerable.All"/>, without an enumerator on the heap.</summary>
    public bool All(Func<T, bool> predicate)
    {
        foreach (var item in AsSpan())
        {
            if (!predicate(item)) return false;
        }

        return true;
    }

    public EquatableArray<T> Add(T item) => new(Items.Add(item));

    public EquatableArray<T> AddRange(IEnumerable<T> more) => new(Items.AddRange(more));

    public bool Equals(EquatableArray<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}

/// <summary>Collection expressions for <see cref="EquatableArray{T}"/>.</summary>
public static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new(ImmutableArray.Create(items));

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new([.. items]);
}
