namespace GovernancePortal.Domain.Scenarios;

/// <summary>Something that a default rests on.</summary>
/// <param name="Id">As defaults name it in square brackets.</param>
/// <param name="Text">Who, what, when.</param>
/// <param name="Status">How far it was read: the page or abstract itself, a report about it, or from memory.</param>
public sealed record ModelSource(string Id, string Text, string Status);

/// <summary>What the defaults of the model rest on. Public figures are dated to mid-2026 at best and want looking at every half year.</summary>
public static class ModelSources
{
    public static IReadOnlyList<ModelSource> All { get; } =
    [
        new("S0", "The Artificial Intelligence Show, episode 203, 2026, on Amazon's AI-related outages, after an article of the Financial Times", "secondary"),
        new("S1", "Becker, Rush, Barnes, Rein (METR): Measuring the Impact of Early-2025 AI on Experienced Open-Source Developer Productivity, arXiv 2507.09089, 2025", "verified (abstract)"),
        new("S2", "METR: uplift update, blog, 24 Feb 2026", "secondary"),
        new("S3", "Peng, Kalliamvakou, Cihon, Demirer: The Impact of AI on Developer Productivity, arXiv 2302.06590, 2023. 55.8% less time on one task (161 to 71 min), i.e. +126% output on that task; often misread as +55.8% output", "verified (abstract), minutes secondary"),
        new("S4", "Cui, Demirer, Jaffe, Musolff, Peng, Salz: Effects of Generative AI on High-Skilled Work, Management Science 2026 (working paper 2024). +26.08% tasks, SE 10.3, 4,867 developers at Microsoft, Accenture and a Fortune 100 firm", "verified (abstract)"),
        new("S5", "DORA: Accelerate State of DevOps 2024. Per +25 points of AI adoption: throughput −1.5%, stability −7.2%, productivity +2.1%", "secondary, several"),
        new("S7", "Faros AI: AI Productivity Paradox, July 2025. 10,000+ developers, tasks +21%, PRs +98%, review time +91%, bugs +9%, no company-level link", "secondary, several"),
        new("S8", "Faros AI: AI Engineering Report 2026, \"Acceleration Whiplash\". 22,000 developers, tasks +34%, incidents/PR +243%, monthly incidents +58%, merges without review +31%", "verified (vendor page) + secondary"),
        new("S9", "Uplevel Data Labs 2024: about 800 developers, bug rate +41%, no efficiency change; thin method", "verified (copy of report)"),
        new("S10", "Trevor, Nyberg: Keeping Your Headcount When All About You Are Losing Theirs, Academy of Management Journal 2008", "abstract verified; 0.5% and 1% figures secondary; 10% from memory"),
        new("S11", "Heinz, Jeworrek, Mertins, Schumacher, Sutter: Economic Journal 130(632), 2020. −12%", "verified (abstract)"),
        new("S12", "Drzensky, Heinz: The Hidden Costs of Downsizing, Economic Journal 2016. −43%, laboratory", "verified (abstract, RES briefing)"),
        new("S13", "Friebel, Heinz, Zubanov: announced downsizing in a retail chain, IZA DP 9739, 2016. −6% / −22% sales", "verified (preliminary version)"),
        new("S16", "Orgvue, 29 Apr 2025: 39% made AI redundancies, 55% of those admit wrong decisions (not the same as regretting every cut)", "verified (press release)"),
        new("S17", "Forrester Predictions 2026: half of AI-attributed layoffs quietly reversed, offshore or at lower wages", "verified (Forrester blog); \"55% regret\" secondary"),
        new("S18a", "Gartner, 3 Feb 2026: by 2027 half of companies that attributed cuts to AI will rehire; 20% of 321 service leaders had cut", "verified"),
        new("S18b", "Gartner Predicts 2026: 30% of people replaced by AI rehired by 2029; up to 31,416 USD per rehire", "secondary"),
        new("S19", "Careerminds (outplacement vendor), Feb 2026, 600 HR leaders", "vendor page + secondary"),
        new("S20", "Visier 2025: 5.3% of laid-off people rehired by the same firm, 2.4 M records, 142 firms", "secondary"),
        new("S21", "Goldman Sachs via Fortune, 25 Dec 2025: shares −2% on average after recent layoffs", "verified (Fortune)"),
        new("S23", "Bidwell: Paying More to Get Less, Administrative Science Quarterly 56, 2011", "verified (Wharton summary)"),
        new("S24", "World Economic Forum / BCG: Towards a Reskilling Revolution — Industry-Led Action, 2019", "verified (summary)"),
        new("S25", "Right Management severance study 2008", "secondary"),
        new("S25b", "Lee Hecht Harrison 2005", "secondary"),
        new("S26", "BLS: Employer Costs for Employee Compensation, June 2025 (USDL-25-1358)", "verified"),
        new("S27", "SHRM Human Capital Benchmarking 2016 (4,129 USD, 42 days); 4,700 USD later figure", "verified / secondary"),
        new("S28", "Swimm survey 2020, 80 engineers and managers: 3–9 months", "verified"),
        new("S29", "McConnell: Code Complete 2, table of defect-detection rates", "secondary, two copies"),
        new("S31", "Ouyang et al.: HoH, a benchmark of outdated information in RAG, ACL 2025, arXiv 2503.04800", "verified (abstract)"),
        new("S32a", "ITIC 2024 Hourly Cost of Downtime", "verified"),
        new("S32b", "EMA / BigPanda 2022 outage cost", "verified (press)"),
        new("S33", "LinkedIn data on internal moves, via SHRM and HR Dive", "secondary"),
        new("S34a", "WARN Act, 20 CFR 639", "verified"),
        new("S34b", "UK TULRCA s.188; changes from April 2026 and 2027", "verified (law-firm notes)"),
        new("S42", "Techzine and The Decoder, 10–11 Mar 2026, reporting the Financial Times on Amazon", "verified"),
    ];
}
