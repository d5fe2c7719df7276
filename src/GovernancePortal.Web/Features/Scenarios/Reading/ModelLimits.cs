namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>What the model cannot say. It stands on every comparison, and on the page that explains the model.</summary>
internal static class ModelLimits
{
    public static IReadOnlyList<(string Word, string Text)> All { get; } =
    [
        ("Evidence", "No study was found that measures how far vetting, guardrail or knowledge roles lower incidents or rework that come from AI. Their defaults are borrowed from code inspections, or judged. Start with a pilot and replace them."),
        ("Cost of incidents", "What an hour of an incident costs, and time spent on rework, usually decide most; public figures come from vendors. Use your own. Large organisations also set the chance of an incident from their own records, or the loss is overstated."),
        ("AI uplift", "The evidence is about software work and changes within a year, in both directions. Other work needs evidence of its own."),
        ("Fewer incidents after a cut", "A cut lowers the number of incidents because less is shipped. The model does not assume that those who stay make more mistakes, apart from the knowledge that left. Look at incidents for each unit of work too."),
        ("Reversal", "A cut is reversed by chance. A shortage does not start hiring by itself; work left undone shows when it would."),
        ("Movers", "Whoever leaves a new role is replaced from outside. That people who move inside stay longer is not assumed."),
        ("People together", "Team effects, strikes, litigation and reputation are not modelled. There is no inflation and no tax."),
        ("Age", "Public figures are of mid-2026 at best. Look at them again every half year."),
    ];
}
