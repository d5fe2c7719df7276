using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.WorkRoles.ListRoles;

public sealed partial class WorkRolesPage
{
    [SupplyParameterFromQuery]
    private string? State { get; set; }

    protected override WorkRolesAddress Here => new(Search, State, Sort, Page ?? 1);

    protected override string Noun => "work roles";

    protected override string FindingOf(WorkRoleList list)
    {
        if (list.All == 0) return "There is no new work to move into yet. State the first work role.";
        if (list.Published == 0) return "No work role is published, so nobody can be matched to one.";
        var open = $"{Say.Number(list.Published, capital: true)} work {(list.Published == 1 ? "role is" : "roles are")} open to displaced people";
        return list.Unargued == 0 ? $"{open}, {(list.Published == 1 ? "with" : "each with")} seats that were argued for." : $"{open}; {Say.Number(list.Unargued)} {(list.Unargued == 1 ? "has" : "have")} no seat in your units.";
    }
}
