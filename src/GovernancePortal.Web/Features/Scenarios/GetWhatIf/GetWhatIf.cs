using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.GetWhatIf;

/// <summary>A scenario as it is now, to try other figures with. Nothing is written, and what positions cost is not given away.</summary>
[Requires(Policies.SeeScenarios)]
public sealed record GetWhatIfQuery(ScenarioId Id) : IRequest<Result<WhatIfStart>>;

/// <param name="Scenario">What it is.</param>
/// <param name="Model">Gives results for other figures, at once and by chance.</param>
public sealed record WhatIfStart(ScenarioTitle Scenario, WhatIf Model);

internal sealed class GetWhatIfHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetWhatIfQuery, Result<WhatIfStart>>
{
    public async Task<Result<WhatIfStart>> Handle(GetWhatIfQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.SeeScenarios, request.Id, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (scenario, input) = (found.Value, found.Value.Input);
        // Results of a handful of people would tell what each of them costs, whatever is moved.
        if (!await ScenarioAccess.MaySeePayAsync(db, user, scenario, cancellationToken) && StaffCellBuilder.IsFew(input.Staff)) return ScenarioErrors.FewPeople;

        return new WhatIfStart(await ScenarioRunReader.TitleAsync(db, user, scenario, cancellationToken), new WhatIf(input));
    }
}
