using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;

namespace GovernancePortal.Web.Features.Scenarios.ShowMethod;

/// <summary>A part of the explanation.</summary>
/// <param name="Id">Of its place on the page.</param>
/// <param name="Paragraphs">In order.</param>
/// <param name="Points">A list behind them, a word and what it means.</param>
internal sealed record MethodPart(string Id, string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<(string Word, string Text)> Points);

/// <summary>How the model works, for people who decide with it; the page and the document of the model say the same.</summary>
internal static class MethodWords
{
    public const string Finding = "The model compares cutting people with moving them, month by month, and may say that the cut wins.";

    public static IReadOnlyList<MethodPart> All { get; } =
    [
        new("question", "The question",
            [
                "Some positions of a scope are displaced. Is it better to do nothing, to cut, to move the people into AI vetting, guardrail and knowledge work, or to shrink as people leave and move the rest?",
                "Every policy meets the same future: the same demand, turnover, prices, effect of AI and, where chance is drawn, the same chance. What is compared is therefore the policies and nothing else.",
                "With every parameter at its default the model leans against moving everybody. A benefit of moving that rests on judgement is set in the lower half of what is plausible, and no default may be changed to favour a side.",
            ],
            []),
        new("month", "What happens in a month",
            ["Each month is worked out in this order, for as many months as the scenario says."],
            [
                ("People", "Some leave, as always. After a cut more leave for a year, and those who stay get less done for half a year; moving people disturbs too, a quarter as much. A vacancy takes time to fill, and a new person takes months to be fully useful."),
                ("Work", "What the scope can deliver meets what is asked of it. AI adds output where it is used, and rework where nobody vetted it. Capacity beyond the demand is worth less than the work that is asked for."),
                ("Control", "Vetters, guardrails and verified pages prevent a part of what goes wrong with AI. Once every change is vetted, more vetters add nothing: their idle time is shown, and counts only in part."),
                ("Incidents", "More changes, more AI and staler pages make severe incidents likelier. Knowledge that left with people makes them longer, until it is learned again."),
                ("Money", "The value of the work, less pay, tools, hiring, severance, training, contracted vetters and the cost of incidents. Money that comes later counts less."),
            ]),
        new("bills", "What each policy pays",
            [
                "Moving people pays its whole bill: their pay while they learn, the training, the tools, the time until they are fully useful, those who do not take to the new work, the disturbance, and AI that comes later because guardrails are built first.",
                "Cutting keeps its whole saving and brings AI in without delay. It pays notice, severance and what the cut does to those who stay. In half of all draws a part of it is reversed and refilled. It may spend part of its saving on contracted vetters, and you can add any mixed policy.",
            ],
            []),
        new("chance", "Chance",
            [
                "Nobody knows most of these figures exactly. So the model is worked out 2,000 times (10,000 for a paper that is decided on), each time with figures drawn from their ranges and with incidents by chance. The same seed gives the same result again.",
                "You see the middle result (median), the mean, and the range that holds eight of ten draws. Where incidents are dear the mean lies above the median: a part of what moving is worth is protection against rare large losses, which is insurance.",
            ],
            [
                (Verdict.Bands[0], "Moving beats cutting in at least 80% of the draws"),
                (Verdict.Bands[1], "In 60% to 80%"),
                (Verdict.Bands[2], "In 40% to 60%"),
                (Verdict.Bands[3], "In 20% to 40%"),
                (Verdict.Bands[4], "In 20% or fewer"),
            ]),
        new("reading", "How to read a result",
            ["A result is a difference between policies. Its level alone means nothing, because it depends on what work is assumed to be worth."],
            [
                ("What it rests on", "Each default has a grade: A an experiment or law, B large observational data, C a survey or the word of a vendor, D judgement, O your own data, for which the default only holds the place. When more than half of what decides comes from judgement, the page says so."),
                ("What decides", "Each parameter alone is moved to its low and its high end. Those that change the winner are marked, and the page says at which value the two are worth the same."),
                ("How long", "The best policy after one year need not be the best after three. Where it changes, the page says so."),
                ("How much", "The best mix is looked for in steps of a tenth. Moving twelve people of forty is a possible answer."),
            ]),
        new("limits", "What it does not know",
            ["Share prices, brand, morale beyond the two effects above, and ethics are not in the figures."],
            ModelLimits.All),
    ];
}
