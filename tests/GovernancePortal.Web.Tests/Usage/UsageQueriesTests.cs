using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Usage;

/// <summary>The monthly rows answer as rows for each day would.</summary>
public sealed class UsageQueriesTests : IAsyncLifetime
{
    private const int Days = 130;

    private readonly Random _random = new(17);
    private readonly List<(string Login, DateOnly Day, bool Active)> _days = [];
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        var first = new DateOnly(2025, 11, 20);
        await _portal.InDb(async db =>
        {
            foreach (var (login, day) in Enumerable.Range(0, 12).SelectMany(l => Enumerable.Range(0, Days).Select(d => ($"l{l}", first.AddDays(d)))))
            {
                if (_random.Next(10) > 1) continue;
                _days.Add((login, day, _random.Next(3) > 0));
                await db.AddUseAsync("tool", login, day, _days[^1].Active);
            }

            return await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Who_used_a_tool_between_two_days()
    {
        for (var i = 0; i < 60; i++)
        {
            var from = _days[0].Day.AddDays(_random.Next(-5, Days));
            var to = from.AddDays(i % 3 == 0 ? _random.Next(7) : _random.Next(100));

            var found = await _portal.InDb(db => db.UsageMonths.UsedBetween(from, to).Select(u => u.Login).Distinct().OrderBy(l => l).ToListAsync());

            found.ShouldBe(_days.Where(d => d.Active && d.Day >= from && d.Day <= to).Select(d => d.Login).Distinct().Order(StringComparer.Ordinal).ToList(), $"{from:O} to {to:O}");
        }
    }

    [Fact]
    public async Task The_newest_day_of_which_a_report_speaks()
    {
        for (var i = -3; i < Days + 40; i++)
        {
            var upTo = _days.Min(d => d.Day).AddDays(i);
            var expected = _days.Where(d => d.Day <= upTo).Select(d => (DateOnly?)d.Day).DefaultIfEmpty().Max();

            (await _portal.InDb(db => db.UsageMonths.NewestDayAsync(upTo, CancellationToken.None))).ShouldBe(expected, $"{upTo:O}");
        }
    }

    [Fact]
    public async Task The_database_counts_the_days_of_a_month()
    {
        await _portal.InDb(async db =>
        {
            foreach (var day in Enumerable.Range(1, 31)) await db.AddUseAsync("tool", "daily", new DateOnly(2026, 7, day));
            return await db.SaveChangesAsync();
        });

        var counts = await _portal.InDb(db => db.UsageMonths.Select(u => new { u.UsedDays, u.UsedCount }).ToListAsync());

        counts.ShouldNotBeEmpty();
        counts.ShouldAllBe(c => c.UsedCount == MonthBits.Count(c.UsedDays));
    }
}
