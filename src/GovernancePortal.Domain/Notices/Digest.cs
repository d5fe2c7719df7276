namespace GovernancePortal.Domain.Notices;

/// <summary>A lead's week in figures: the units they lead and everything below. It holds no names, because mail is no place for them.</summary>
/// <param name="Asked">People who are asked for training.</param>
/// <param name="Lacking">Those of them who lack some.</param>
/// <param name="Expiring">Those who have all of it today and will lack some within <see cref="ExpiringDays"/> days.</param>
/// <param name="Reports">Reports that wait for a decision.</param>
public readonly record struct Digest(int Asked, int Lacking, int Expiring, int Reports)
{
    public const int ExpiringDays = 28;

    /// <summary>Whether it is worth a message.</summary>
    public bool HasSomethingToSay => Lacking > 0 || Expiring > 0 || Reports > 0;

    public static Digest operator +(Digest a, Digest b) => Add(a, b);

    public static Digest operator -(Digest a, Digest b) => new(a.Asked - b.Asked, a.Lacking - b.Lacking, a.Expiring - b.Expiring, a.Reports - b.Reports);

    public static Digest Add(Digest left, Digest right) => new(left.Asked + right.Asked, left.Lacking + right.Lacking, left.Expiring + right.Expiring, left.Reports + right.Reports);

    public static Digest Subtract(Digest left, Digest right) => left - right;
}
