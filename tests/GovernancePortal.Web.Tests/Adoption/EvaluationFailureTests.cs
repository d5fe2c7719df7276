using System.Collections.Concurrent;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class EvaluationFailureTests : IAsyncLifetime
{
    private readonly BreakingEvaluator _evaluator = new();
    private readonly KeptLog _log = new();
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services =>
        {
            services.Remove(services.Single(s => s.ImplementationType == typeof(SignOffEvaluator)));
            services.AddSingleton<IGuardrailEvaluator>(_evaluator);
            services.AddSingleton<ILoggerProvider>(_log);
        });
        _office = await TargetOffice.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_target_that_cannot_be_evaluated_does_not_keep_the_others_from_it()
    {
        var first = await _office.ProposeAsync();
        var second = await _office.ProposeAsync();

        foreach (var broken in new[] { first, second })
        {
            _evaluator.Breaks = broken;
            (await _office.NightAsync()).ShouldBe(broken == first ? 1 : 2, "the other one took its step, and what had failed is made good");
            (await _office.LoadAsync(broken)).LastEvaluatedOn.ShouldBe(_office.Today.AddDays(-1));
            (await _office.LoadAsync(broken == first ? second : first)).LastEvaluatedOn.ShouldBe(_office.Today);
            _log.Errors.ShouldContain(e => e.Contains($"{broken.Value} could not be evaluated", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_target_that_refuses_its_step_is_told_in_the_log()
    {
        var id = await _office.ProposeAsync();
        await _portal.InDb(db => db.AdoptionTargets.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Scope, (UnitId?)null)));

        (await _office.NightAsync()).ShouldBe(0);

        _log.Errors.ShouldHaveSingleItem().ShouldContain($"{id.Value} refused its step of");
    }

    [Fact]
    public async Task A_live_target_that_cannot_be_looked_at_is_looked_at_again_for_an_hour_and_not_for_good()
    {
        var id = await _office.ProposeAsync();
        await _portal.InDb(db => db.AdoptionTargets.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TargetState.Active)));
        await _office.AddAsync([new EvaluationSignal("import", _portal.Clock.GetUtcNow())]);
        _evaluator.Breaks = id;
        var run = _portal.Services.GetRequiredService<EvaluationRun>();

        await run.RunAsync(CancellationToken.None);
        (await _portal.InDb(db => db.EvaluationSignals.CountAsync())).ShouldBe(1);
        _portal.Clock.Advance(TimeSpan.FromMinutes(61));
        await run.RunAsync(CancellationToken.None);

        (await _portal.InDb(db => db.EvaluationSignals.CountAsync())).ShouldBe(0);
        _log.Errors.Count.ShouldBe(2);
    }

    private sealed class BreakingEvaluator : IGuardrailEvaluator
    {
        private readonly ImportedSeriesEvaluator _real = new();

        public AdoptionTargetId? Breaks { get; set; }

        public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.SeniorSignOff, GuardrailType.ReviewerUtilisation];

        public Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken) =>
            scope.Target.Id == Breaks ? throw new InvalidOperationException("no evidence") : _real.MeasureAsync(db, type, scope, cancellationToken);
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Errors.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
