using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;
using MediatR;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Reads a scenario or a list of staff from a file; nothing is stored.</summary>
/// <param name="FileName">Says what kind of file it is.</param>
/// <param name="Content">Read once.</param>
[Requires(Policies.EditScenarios)]
public sealed record ReadScenarioFileQuery(string FileName, Stream Content) : IRequest<Result<ScenarioFile>>;

/// <summary>What a file holds.</summary>
/// <param name="Input">Without faults.</param>
/// <param name="Rows">Of a list of staff; null for JSON.</param>
/// <param name="Reasons">By the key of a parameter, why it differs, as far as the file says.</param>
/// <param name="Name">The scenario's name in a file of ours.</param>
/// <param name="Notes">What was done to it, in sentences.</param>
/// <param name="Unknown">What the model has no use for.</param>
public sealed record ScenarioFile(ScenarioInput Input, int? Rows, IReadOnlyDictionary<string, string> Reasons, string Name, IReadOnlyList<string> Notes, IReadOnlyList<string> Unknown);

internal sealed class ReadScenarioFileHandler(TimeProvider clock) : IRequestHandler<ReadScenarioFileQuery, Result<ScenarioFile>>
{
    public async Task<Result<ScenarioFile>> Handle(ReadScenarioFileQuery request, CancellationToken cancellationToken)
    {
        var ending = Path.GetExtension(request.FileName).ToLowerInvariant();
        var taken = await SpooledFile.TakeAsync(request.Content, ending == ".json" ? ScenarioJsonFile.MostBytes : StaffFile.MostBytes, cancellationToken);
        if (!taken.IsSuccess) return taken.Error!;

        await using var file = taken.Value;
        // Reading takes a processor's time; the page stays alive meanwhile.
        return ending switch
        {
            ".json" => await Task.Run(() => ScenarioJsonFile.Read(file), cancellationToken),
            ".csv" or ".txt" => Staff(await Task.Run(() => StaffFile.Read(new CsvRows(file), clock.Today(), cancellationToken), cancellationToken)),
            ".xlsx" => Staff(await Task.Run(() => StaffWorkbook.Read(file, clock.Today(), cancellationToken), cancellationToken)),
            _ => ScenarioFileErrors.Kind,
        };
    }

    private static Result<ScenarioFile> Staff(Result<StaffReading> read) =>
        read.IsSuccess
            ? new ScenarioFile(
                new ScenarioInput { Staff = read.Value.Cells }, read.Value.Rows, new Dictionary<string, string>(), "",
                [$"{Say.Of(read.Value.Rows, "row", "rows")} became {Say.Of(read.Value.Cells.Count, "cell", "cells")} of level, month of service and displaced or not."], read.Value.Unused)
            : read.Error!;
}

/// <summary>Refusals of files as a whole.</summary>
internal static class ScenarioFileErrors
{
    public static Error Kind { get; } = At("Bring a scenario as JSON, or staff as CSV or XLSX; the ending of the name says which.");

    public static Error Broken(string what) => At(what);

    public static Error TooLarge(long most) => At($"The file is larger than {most / (1024 * 1024)} MB. Nothing was read.");

    private static Error At(string message) => FieldRefusal.At("File", message);
}
