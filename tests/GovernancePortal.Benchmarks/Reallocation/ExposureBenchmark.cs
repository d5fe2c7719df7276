using System.Globalization;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Reallocation.Exposure;
using Microsoft.EntityFrameworkCore;
using AiInvolvement = GovernancePortal.Domain.Changes.AiInvolvement;
using Criticality = GovernancePortal.Domain.Changes.Criticality;

namespace GovernancePortal.Benchmarks.Reallocation;

/// <summary>What 500 people of 350,000 leave behind, with three systems each, 100,000 pages and 100,000 sign-offs, and whether enough reviewers stay. Promised: a second.</summary>
internal static class ExposureBenchmark
{
    private const int Everybody = 350_000;
    private const int Going = 500;
    private const int Systems = 3_000;
    private const int Each = 3;
    private const int Pages = 100_000;
    private const int Owners = 5_000;
    private const int Changes = 100_000;
    private const int Reviewers = 2_000;
    private const int AtOnce = 10_000;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        await portal.AddTopAsync("Larkfield", Role.HumanResources);
        var people = await FillAsync(portal);
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var (unit, today) = (await db.Units.Select(u => u.Id).SingleAsync(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var going = people.Take(Going).ToArray();
        await BenchmarkPortal.MeasureAsync("exposure: 500 people of 350,000", 20, async () =>
        {
            var exposure = await ExposureReader.ReadAsync(db, going, today, CancellationToken.None);
            if (exposure.Systems.Count == 0 || exposure.Pages.Count == 0) throw new InvalidOperationException("Nothing was found.");
        });
        await BenchmarkPortal.MeasureAsync("exposure: vetting capacity", 20, () => VettingCapacityReader.ReadAsync(db, unit, going, today, CancellationToken.None));
    }

    private static async Task<PersonId[]> FillAsync(BenchmarkPortal portal)
    {
        await using var first = await portal.Contexts.CreateDbContextAsync();
        var (unit, now) = (await first.Units.Select(u => u.Id).SingleAsync(), TimeProvider.System.GetUtcNow());
        await portal.AddAsync(Enumerable.Range(0, Systems).Select(i => new CodeSystem($"system-{i}", unit, i % 10 == 0 ? Criticality.High : Criticality.Low, null)));
        var ids = new PersonId[Everybody];
        for (var from = 0; from < Everybody; from += AtOnce)
        {
            var part = Enumerable.Range(from, AtOnce).Select(i => Person(i, unit)).ToArray();
            for (var i = 0; i < AtOnce; i++) ids[from + i] = part[i].Id;
            await portal.AddAsync(part);
        }

        await portal.AddAsync(Enumerable.Range(0, Pages).Select(i =>
            KnowledgePage.Register("wiki", $"/page-{i}", new PageFacts($"Runbook {i}", unit, ids[i % Owners], i % 2 == 0 ? ids[(i % Owners) + 1] : null), now).Value));
        await portal.AddAsync(Enumerable.Range(0, Changes).SelectMany(i => Signed(i, unit, ids, now)));
        return ids;
    }

    private static Person Person(int i, UnitId unit)
    {
        var person = new Person(PersonId.New(), string.Create(CultureInfo.InvariantCulture, $"E{i:000000}"), $"Person {i}", unit);
        person.SetSystems(Enumerable.Range(0, Each).Select(s => $"system-{((i / 100) + (s * 7)) % Systems}"));
        return person;
    }

    private static IEnumerable<object> Signed(int i, UnitId unit, PersonId[] people, DateTimeOffset now)
    {
        var at = now.AddMinutes(-i * 5);
        var change = new ProposedChange(ChangeId.New(), new ChangeReport($"larkfield/repository-{i % 800}", (i / 800) + 1, i.ToString("x40", CultureInfo.InvariantCulture), at) { Author = "x", Involvement = AiInvolvement.Declared, Systems = [$"system-{i % Systems}"] }, at);
        change.Place(new ChangePlace(people[^1], Level.Junior, null, null, unit, RiskTier.Limited, [$"system-{i % Systems}"], []));
        var signOff = change.Approve(new Approver(people[i % Reviewers], Level.Senior, IsHere: true, IsAsked: true, IsTrained: true, null, 0), SignOffTerms.Default(RiskTier.Limited), [], "", at).Value;
        ProposedChange.SettleCurrent([change]);
        return [change, signOff];
    }
}
