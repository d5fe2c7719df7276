using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.ListStatements;

public sealed partial class StatementsPage
{
    private StatementList? _list;
    private RetriedStatements? _retried;
    private Error? _error;
    private bool _busy;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    private string Finding =>
        _list switch
        {
            null => _error?.Message ?? "Reading what training systems sent…",
            { Received: 0 } => "No training system has sent anything yet.",
            { WithoutPerson: 0, WithoutCourse: 0 } list => $"Person and course of all {Say.Of(list.Received, "statement", "statements")} are known.",
            { WithoutCourse: 0 } list => $"{Waiting(list.WithoutPerson)} no effect: nobody in the roster is known by what {Pronoun(list.WithoutPerson)}.",
            { WithoutPerson: 0 } list => $"{Waiting(list.WithoutCourse)} no effect: no course names the activity.",
            { } list => $"{Waiting(list.WithoutPerson + list.WithoutCourse)} no effect: for {Say.Count(list.WithoutPerson)} the person is unknown, for {Say.Count(list.WithoutCourse)} the course.",
        };

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var result = await Mediator.Send(new ListStatementsQuery(new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_list, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private async Task RetryAsync()
    {
        if (_busy) return;
        (_busy, _retried) = (true, null);
        var result = await Mediator.Send(new RetryStatementsCommand(), Closing);
        _busy = false;
        if (!result.IsSuccess)
        {
            _error = result.Error;
            return;
        }

        _retried = result.Value;
        await ReadAsync();
    }

    private static string Waiting(int count) => $"{Say.Number(count, capital: true)} {(count == 1 ? "statement has" : "statements have")}";

    private static string Pronoun(int count) => count == 1 ? "it says" : "they say";

    private static string RetriedText(RetriedStatements retried) =>
        retried.Found == 0 ? "Still nobody and no course is found for any of them." : $"Person and course are known now for {retried.Found} of {Say.Of(retried.Looked, "statement", "statements")}.";
}
