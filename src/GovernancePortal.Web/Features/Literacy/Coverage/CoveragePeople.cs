using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>Whose standing is worked out: everybody, some people, or a part of the organisation.</summary>
internal sealed class CoveragePeople
{
    private readonly IReadOnlyCollection<PersonId>? _ids;
    private readonly UnitScope? _scope;

    private CoveragePeople(IReadOnlyCollection<PersonId>? ids, UnitScope? scope) => (_ids, _scope) = (ids, scope);

    public static CoveragePeople Everybody { get; } = new(null, null);

    public bool IsEverybody => _ids is null && _scope is null;

    public IReadOnlyCollection<PersonId> Ids => _ids ?? [];

    public static CoveragePeople Only(IReadOnlyCollection<PersonId> ids) => new(ids, null);

    public static CoveragePeople Of(UnitScope scope) => scope.IsWholeOrganisation ? Everybody : new CoveragePeople(null, scope);

    public bool MayInclude(UnitRange range) => _scope is null || _scope.Ranges.Any(r => r.Left <= range.Right && range.Left <= r.Right);

    public IQueryable<Person> In(PortalDbContext db)
    {
        if (_ids is { } ids) return db.People.Where(p => ids.Contains(p.Id));
        return _scope is { } scope ? db.People.Within(db.Units, scope) : db.People;
    }
}
