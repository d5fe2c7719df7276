using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>What every page of a scenario shows at its head.</summary>
/// <param name="Id">Of the scenario.</param>
/// <param name="Name">Of the scenario.</param>
/// <param name="UnitId">Null for a scenario about no unit.</param>
/// <param name="UnitPath">Empty for a scenario about no unit.</param>
/// <param name="State">Whether it can still be changed and run.</param>
/// <param name="Origin">Where its positions come from.</param>
/// <param name="Note">What was assumed there.</param>
/// <param name="AuthorName">Who made it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastRun">Number of the newest run; 0 when there is none.</param>
/// <param name="Version">For changes.</param>
/// <param name="MayEdit">Whether the reader may change and run it.</param>
public sealed record ScenarioTitle(
    ScenarioId Id, string Name, UnitId? UnitId, string UnitPath, ScenarioState State, ScenarioOrigin Origin, string Note, string AuthorName, DateTimeOffset CreatedAt, int LastRun, int Version, bool MayEdit);

/// <summary>One run, as a reader may see it.</summary>
/// <param name="Number">Of the run.</param>
/// <param name="RanAt">When.</param>
/// <param name="RanByName">Who.</param>
/// <param name="ModelVersion">Of the model that gave the report.</param>
/// <param name="Draws">How many.</param>
/// <param name="Seed">Gives the same report again.</param>
/// <param name="Changes">What differs from the run before, in sentences.</param>
/// <param name="Input">What it was worked out from, with every parameter. Positions are in cells of at least five people for those who may not see pay.</param>
/// <param name="IsWhole">Whether <paramref name="Input"/> is exactly what was run.</param>
/// <param name="Reasons">By the key of a parameter, why it differed from its default.</param>
/// <param name="Report">What came of it.</param>
/// <param name="Entry">Index of its entry in the ledger.</param>
public sealed record ScenarioRunView(
    int Number,
    DateTimeOffset RanAt,
    string RanByName,
    string ModelVersion,
    int Draws,
    ulong Seed,
    IReadOnlyList<string> Changes,
    ScenarioInput Input,
    bool IsWhole,
    IReadOnlyDictionary<string, string> Reasons,
    ScenarioReport Report,
    long? Entry = null);
