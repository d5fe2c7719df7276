using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Imports.Completions;

internal static class CompletionColumns
{
    public const int Number = 0;
    public const int Email = 1;
    public const int CourseId = 2;
    public const int CourseVersion = 3;
    public const int CompletedOn = 4;
    public const int Result = 5;
    public const int Score = 6;
    public const int ValidUntil = 7;
    public const int ExternalId = 8;
    public const int State = 10;

    public static IReadOnlyList<BulkColumn> All { get; } =
        [
            new("EmployeeNumber", BulkType.Text, Person.EmployeeNumberMaxLength),
            new("Email", BulkType.Text, Person.EmailMaxLength),
            new("CourseId", BulkType.Id),
            new("CourseVersion", BulkType.Text, Course.VersionLabelMaxLength),
            new("CompletedOn", BulkType.Date),
            new("Result", BulkType.Number),
            new("Score", BulkType.Money),
            new("ValidUntil", BulkType.Date),
            new("ExternalId", BulkType.Text, Completion.ExternalIdMaxLength),
            new("PersonId", BulkType.Id),
            new("State", BulkType.Number),
        ];
}
