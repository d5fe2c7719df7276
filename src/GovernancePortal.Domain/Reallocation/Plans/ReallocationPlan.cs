using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>
/// Who of a case moves where: matched by Human Resources, checked, approved by an executive who is not its author, published, and then followed move by move. What it was
/// checked with is kept, so that it cannot be approved on data that are no longer so.
/// </summary>
public sealed partial class ReallocationPlan
{
    public const int NameMaxLength = 120;
    public const int ReasonMaxLength = 500;

    private readonly List<PlannedMove> _moves = [];
    private readonly List<PlanPair> _pairs = [];

    private ReallocationPlan() { }

    public PlanId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The scenario that gives its budget and forecast; null for none.</summary>
    public ScenarioId? ScenarioId { get; private set; }

    /// <summary>Of the case: whose role covers it may see it.</summary>
    public UnitId UnitId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>As the ledger names whoever made it.</summary>
    public string Author { get; private set; } = "";

    public string AuthorName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public PlanState State { get; private set; }

    /// <summary>When it was last matched; null before the first time.</summary>
    public DateTimeOffset? SolvedAt { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    public string? CheckedByName { get; private set; }

    /// <summary>What it was checked with, as <see cref="PlanStamp"/> writes it.</summary>
    public string? StampJson { get; private set; }

    public string? StampHash { get; private set; }

    public string ChecksJson { get; private set; } = "[]";

    /// <summary>What had changed when an approval was refused for it; empty for nothing.</summary>
    public string DifferenceJson { get; private set; } = "[]";

    /// <summary>As the ledger names whoever approved or rejected it.</summary>
    public string? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected, withdrawn or closed.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What was expected when it was approved; null before.</summary>
    public string? ForecastJson { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PlannedMove> Moves => _moves;

    public IReadOnlyList<PlanPair> Pairs => _pairs;

    public IReadOnlyList<PlanCheck> Checks => PlanCheck.Read(ChecksJson);

    public PlanForecast? Forecast => ForecastJson is { } json ? PlanForecast.Read(json) : null;

    /// <summary>Whether its people are in no other plan.</summary>
    public bool IsOpen => State is PlanState.Draft or PlanState.Checked or PlanState.Approved or PlanState.Published;

    /// <summary>Whether it was put before an executive, so that executives may know of it.</summary>
    public bool AsksOrAskedDecision => State is PlanState.Checked or PlanState.Approved or PlanState.Published or PlanState.Closed or PlanState.Rejected;

    public bool IsPublic => State is PlanState.Published or PlanState.Closed;

    public static Result<ReallocationPlan> Create(CaseId caseId, UnitId unitId, ScenarioId? scenarioId, string name, string author, string authorName, DateTimeOffset now)
    {
        var plan = new ReallocationPlan { Id = PlanId.New(), CaseId = caseId, UnitId = unitId, ScenarioId = scenarioId, Author = author, AuthorName = authorName, CreatedAt = now };
        return plan.Rename(name) is { IsSuccess: false } unnamed ? unnamed.Error! : plan;
    }

    public Result Revise(string name, ScenarioId? scenarioId)
    {
        if (RefusalUnlessOpenToChange() is { } refusal) return refusal;
        var renamed = Rename(name);
        if (!renamed.IsSuccess) return renamed;
        if (ScenarioId != scenarioId) BackToDraft();
        ScenarioId = scenarioId;
        return Result.Success;
    }

    /// <summary>Takes over what the match gives everybody of the case. A checked plan is a draft again.</summary>
    /// <param name="proposals">One for each person.</param>
    /// <param name="seats">Seats of each role; a role without any takes nobody.</param>
    /// <param name="now">The time.</param>
    public Result Propose(IReadOnlyList<MoveProposal> proposals, IReadOnlyDictionary<RoleProfileId, int> seats, DateTimeOffset now)
    {
        if (RefusalUnlessOpenToChange() is { } refusal) return refusal;
        if (proposals.DistinctBy(p => p.PersonId).Count() != proposals.Count) throw new ArgumentException("A person is proposed twice.", nameof(proposals));
        var refused = RefusedPairs();
        if (proposals.Any(p => p.Seat is { } seat && refused.Contains((p.PersonId, seat.RoleId)))) return PlanErrors.Declined;
        if (proposals.Where(p => p.Seat is not null).GroupBy(p => p.Seat!.RoleId).Any(g => g.Count() > seats.GetValueOrDefault(g.Key))) return PlanErrors.NoSeat;

        var before = _moves.ToDictionary(m => m.PersonId);
        foreach (var proposal in proposals)
        {
            if (before.Remove(proposal.PersonId, out var move)) move.Take(proposal);
            else _moves.Add(new PlannedMove(Id, proposal));
        }

        foreach (var gone in before.Values) _moves.Remove(gone);
        SolvedAt = now;
        BackToDraft();
        return Result.Success;
    }

    /// <summary>Gives a person a role, or keeps them from it, whatever the match says.</summary>
    public Result Settle(PersonId person, RoleProfileId role, PairKind kind, string reason, DateTimeOffset now)
    {
        if (RefusalUnlessOpenToChange() is { } refusal) return refusal;
        if (kind == PairKind.Declined) throw new ArgumentException("Only the person declines.", nameof(kind));
        if (string.IsNullOrWhiteSpace(reason)) return PlanErrors.At("Reason", "Say why; the person concerned may ask.");
        if (reason.Trim().Length > PlanPair.ReasonMaxLength) return PlanErrors.At("Reason", $"Use at most {PlanPair.ReasonMaxLength} characters.");
        if (_pairs.Exists(p => p.PersonId == person && p.RoleId == role && p.Kind == PairKind.Declined)) return PlanErrors.Declined;

        // One role at most is pinned, and one is not pinned and kept away at once.
        _pairs.RemoveAll(p => p.PersonId == person && p.Kind != PairKind.Declined && (p.RoleId == role || (kind == PairKind.Pinned && p.Kind == PairKind.Pinned)));
        _pairs.Add(new PlanPair(Id, person, role, kind, reason.Trim(), now));
        BackToDraft();
        return Result.Success;
    }

    /// <summary>Leaves a pair to the match again; what a person declined stays declined.</summary>
    public Result Unsettle(PersonId person, RoleProfileId role)
    {
        if (RefusalUnlessOpenToChange() is { } refusal) return refusal;
        _pairs.RemoveAll(p => p.PersonId == person && p.RoleId == role && p.Kind != PairKind.Declined);
        BackToDraft();
        return Result.Success;
    }

    internal Error? RefusalUnless(PlanState needed) => State == needed ? null : PlanErrors.Not(needed, State);

    internal void NoteDecline(PlannedMove move, DateTimeOffset now)
    {
        var role = move.RoleId!.Value;
        _pairs.RemoveAll(p => p.PersonId == move.PersonId && p.RoleId == role);
        _pairs.Add(new PlanPair(Id, move.PersonId, role, PairKind.Declined, "", now));
    }

    private HashSet<(PersonId, RoleProfileId)> RefusedPairs() => [.. _pairs.Where(p => p.Kind != PairKind.Pinned).Select(p => (p.PersonId, p.RoleId))];

    private Error? RefusalUnlessOpenToChange() => State is PlanState.Draft or PlanState.Checked ? null : PlanErrors.Not(PlanState.Draft, State);

    private void BackToDraft()
    {
        if (State == PlanState.Checked) State = PlanState.Draft;
        (StampJson, StampHash, CheckedAt, CheckedByName, ChecksJson) = (null, null, null, null, "[]");
    }

    private Result Rename(string name)
    {
        var text = name.Trim();
        if (text.Length == 0) return PlanErrors.At(nameof(Name), "Give it a name.");
        if (text.Length > NameMaxLength) return PlanErrors.At(nameof(Name), $"Use at most {NameMaxLength} characters.");
        Name = text;
        return Result.Success;
    }
}
