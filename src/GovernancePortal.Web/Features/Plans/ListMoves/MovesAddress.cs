using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Plans.ListMoves;

/// <summary>The state of the list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record MovesAddress(Guid Plan, string? Search, string? Stage, string? Seat, string? Sort, int Page) : IListAddress<MovesAddress, MoveList>
{
    public MoveOrder Order => Sort?.TrimStart('-') switch { "score" => MoveOrder.Score, "stage" => MoveOrder.Stage, _ => MoveOrder.Name };

    public bool Descending => Sort is { } sort && sort.StartsWith('-');

    public IRequest<Result<MoveList>> Query =>
        new ListMovesQuery(
            new PlanId(Plan),
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            Enum.TryParse<MoveStage>(Stage, ignoreCase: true, out var stage) && Enum.IsDefined(stage) ? stage : null,
            Seat switch { "yes" => true, "no" => false, _ => null },
            Order,
            Descending,
            new Paging(Page, Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            $"plans/{Plan}/people",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["stage"] = Stage,
                ["seat"] = Seat,
                ["sort"] = Sort,
                ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) => (this with { Sort = string.Equals(Sort ?? "name", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public MovesAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
