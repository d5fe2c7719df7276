using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Literacy;

namespace GovernancePortal.Web.Features.Imports.Completions;

internal static class CompletionColumns
{
    public const int PersonId = 0;
    public const int CourseId = 1;
    public const int CourseVersion = 2;
    public const int CompletedOn = 3;
    public const int Result = 4;
    public const int Score = 5;
    public const int ValidUntil = 6;
    public const int ExternalId = 7;
    public const int State = 8;

    public static IReadOnlyList<BulkColumn> All { get; } =
        [
            new("PersonId", BulkType.Id),
            new("CourseId", BulkType.Id),
            new("CourseVersion", BulkType.Text, Course.VersionLabelMaxLength),
            new("CompletedOn", BulkType.Date),
            new("Result", BulkType.Number),
            new("Score", BulkType.Money),
            new("ValidUntil", BulkType.Date),
            new("ExternalId", BulkType.Text, Completion.ExternalIdMaxLength),
            new("State", BulkType.Number),
        ];
}
