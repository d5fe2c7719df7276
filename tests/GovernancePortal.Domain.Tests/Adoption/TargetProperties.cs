using CsCheck;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tests.Adoption;

/// <summary>What holds for any history, however people and evidence behave.</summary>
public sealed class TargetProperties
{
    private static readonly string[] Happenings = ["propose", "approve", "ack", "pause", "reject", "retire", "", "approve", "ack", "", ""];
    private static readonly GuardrailObservation?[] AllWell = [.. Enumerable.Repeat(new GuardrailObservation(1, 500, 0), 7)];
    private static readonly GuardrailType[] Watched = [.. GuardrailCatalogue.Mandatory];

    private static readonly Gen<GuardrailObservation?> AnyObservation = Gen.Select(
        Gen.Int[0, 9], Gen.Double[-0.5, 1.5], Gen.Long[0, 60], Gen.Double[0, 40],
        (kind, value, sample, age) => kind switch
        {
            0 => null,
            1 => new GuardrailObservation(null, 500, 0),
            < 5 => new GuardrailObservation(kind % 2, 500, 0),
            _ => new GuardrailObservation(value, sample, age),
        });

    /// <summary>Mostly days on which all is well, or a target would hardly ever go live.</summary>
    private static readonly Gen<GuardrailObservation?[]> AnyEvidence = Gen.Select(
        Gen.Int[0, 5], AnyObservation.Array[7], Gen.Int[0, 6],
        (kind, seen, one) => kind switch
        {
            0 => seen,
            1 => [.. AllWell.Select((o, i) => i == one ? seen[i] : o)],
            _ => AllWell,
        });

    private static readonly Gen<Day> AnyDay = Gen.Select(
        Gen.Int[0, 15], Gen.Double[0.4, 1], Gen.Int[0, 9], AnyEvidence,
        (what, metric, outcome, seen) => new Day(Happenings[what % Happenings.Length], metric, outcome > 0, seen));

    private static readonly Gen<History> AnyHistory = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 3], AnyDay.Array[1, 60], (breach, clear, pause, days) => new History(breach, clear, pause, days));

    [Fact]
    public void No_target_is_live_with_a_blocker_after_a_step() => AnyHistory.Sample(history =>
        Play(history, (target, _) => target.State is TargetState.Active or TargetState.Achieved && target.Blockers.Count > 0));

    [Fact]
    public void Readiness_is_never_complete_while_something_blocks() => AnyHistory.Sample(history =>
        Play(history, (target, evaluation) =>
            evaluation.Readiness is < 0 or > 1
            || (target.Blockers.Count > 0 && (evaluation.Readiness > 0.99 || target.ReadinessText.StartsWith("100%", StringComparison.Ordinal)))));

    [Fact]
    public void What_never_had_data_never_holds() => AnyHistory.Sample(history =>
        Play(
            history with { Days = [.. history.Days.Select(d => d with { Seen = [Blind(d.Seen[0]), .. d.Seen.Skip(1)] })] },
            (target, _) => target.Guardrails[0].Holds));

    [Fact]
    public void Data_that_go_missing_for_as_long_as_a_breach_takes_no_longer_hold() => AnyHistory.Sample(history =>
    {
        var blind = new Day("", 1, GoodOutcome: true, [.. Enumerable.Repeat((GuardrailObservation?)null, 7)]);
        var days = history.Days.Concat(Enumerable.Repeat(blind, history.BreachAfter)).ToArray();
        var step = 0;
        return Play(history with { Days = days }, (target, _) => ++step == days.Length && target.Guardrails.Any(g => g.Holds));
    });

    [Fact]
    public void A_guardrail_changes_its_mind_only_after_as_many_steps_as_it_must() => AnyHistory.Sample(history =>
    {
        var held = new bool[7];
        var changed = Enumerable.Repeat(-1, 7).ToArray();
        var step = -1;
        return Play(history, (target, _) =>
        {
            step++;
            var tooSoon = false;
            foreach (var (guardrail, i) in target.Guardrails.Select((g, i) => (g, i)))
            {
                if (guardrail.Holds == held[i]) continue;
                tooSoon |= step - changed[i] < (guardrail.Holds ? history.ClearAfter : history.BreachAfter);
                (held[i], changed[i]) = (guardrail.Holds, step);
            }

            return tooSoon;
        });
    });

    [Fact]
    public void Nobody_resumes_it_without_a_corrective_action() => AnyHistory.Sample(history =>
        Play(history, (target, evaluation) => evaluation.Transition == "resumed" && (target.CorrectiveAction is null || target.AcknowledgedAt < target.PausedAt)));

    [Fact]
    public void Histories_reach_every_state()
    {
        var seen = new HashSet<TargetState>();

        AnyHistory.Sample(history => Play(history, (target, _) => { lock (seen) seen.Add(target.State); return false; }));

        seen.ShouldBe(Enum.GetValues<TargetState>(), ignoreOrder: true);
    }

    /// <summary>Plays a history; true when no step is bad.</summary>
    private static bool Play(History history, Func<AdoptionTarget, TargetEvaluation, bool> isBad)
    {
        var target = AdoptionTarget.Draft(Sample.Terms with { MinPauseSteps = history.MinPauseSteps }, Sample.Now).Value;
        foreach (var type in Watched)
        {
            // All of one direction, so that a 1 passes and a 0 fails whatever the type.
            var settings = new GuardrailSettings(type, Direction.Min, 0.8, 0.9) { BreachAfter = history.BreachAfter, ClearAfter = history.ClearAfter, MinSample = 30, MaxAgeDays = 20 };
            target.AddGuardrail(type.ToString(), settings).IsSuccess.ShouldBeTrue();
        }

        target.Propose(Sample.Lead, Sample.Now);
        for (var i = 0; i < history.Days.Length; i++)
        {
            var (day, now) = (history.Days[i], Sample.Now.AddDays(i));
            Happen(target, day.Event, now);
            var observations = Watched.Zip(day.Seen).Where(o => o.Second is not null).ToDictionary(o => o.First.ToString(), o => o.Second!, StringComparer.Ordinal);
            var evaluation = target.Evaluate(new(Sample.Start.AddDays(i), day.Metric, day.GoodOutcome ? 8 : 10, observations), now).Value;
            if (isBad(target, evaluation)) return false;
        }

        return true;
    }

    private static void Happen(AdoptionTarget target, string what, DateTimeOffset now) => _ = what switch
    {
        "propose" => target.Propose(Sample.Lead, now),
        "approve" => target.Approve(Sample.Director, now),
        "ack" => target.Acknowledge(Sample.Lead, "Being seen to.", now),
        "pause" => target.Pause(Sample.Lead, "Stop.", now),
        "reject" => target.Reject("No.", now),
        "retire" when target.PausedSteps > 3 => target.Retire(now),
        _ => null,
    };

    private static GuardrailObservation? Blind(GuardrailObservation? seen) => seen is null ? null : seen with { Value = null };

    private sealed record Day(string Event, double Metric, bool GoodOutcome, GuardrailObservation?[] Seen);

    private sealed record History(int BreachAfter, int ClearAfter, int MinPauseSteps, Day[] Days);
}
