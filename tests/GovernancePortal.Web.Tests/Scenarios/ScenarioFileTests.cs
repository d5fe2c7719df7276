using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.CreateScenario;
using GovernancePortal.Web.Features.Scenarios.ExportRun;
using GovernancePortal.Web.Features.Scenarios.GetScenarioRun;
using GovernancePortal.Web.Features.Scenarios.RunScenario;
using GovernancePortal.Web.Features.Scenarios.SetParameters;
using GovernancePortal.Web.Tests.Platform;
using Parameter = GovernancePortal.Domain.Scenarios.Parameter;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>Scenarios go out and come back as files; files that mean harm are refused.</summary>
public sealed class ScenarioFileTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private ScenarioDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await ScenarioDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_exported_run_comes_back_and_gives_the_same_numbers_to_the_last_bit()
    {
        var id = await _desk.CreateAsync(ScenarioDesk.Input with { Policies = [.. GovernancePortal.Domain.Scenarios.Policy.Defaults, new("Thirds", 1.0 / 3, 1.0 / 3, 1.0 / 3)] });
        (await _portal.SendAs(_desk.User, new SetParameterCommand(id, 0, "turnoverAnnual", new Distribution.Uniform(0.1, 0.1 + 0.2), "Counted by hand."))).Error.ShouldBeNull();
        (await _portal.SendAs(_desk.User, new RunScenarioCommand(id, Draws: 77, Seed: ulong.MaxValue - 1))).Error.ShouldBeNull();
        var run = (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id))).Value.Run!;

        var read = (await ReadAsync("run.json", await ExportAsync(_desk.User, id, RunForm.Json))).Value;
        read.Name.ShouldBe("Payments platform");
        read.Unknown.ShouldBeEmpty();
        read.Input.Parameters.ShouldHaveSingleItem().Key.ShouldBe(Parameter.TurnoverAnnual);
        var again = await _portal.SendAs(_desk.User, new CreateScenarioCommand(read.Name, _portal.Checkout.Id, ScenarioOrigin.Import, read.Input, Reasons: read.Reasons));
        (await _portal.SendAs(_desk.User, new RunScenarioCommand(again.Value, run.Draws, run.Seed))).Error.ShouldBeNull();

        var back = (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(again.Value))).Value.Run!;
        back.Report.ToJson().ShouldBe(run.Report.ToJson());
        back.Reasons.ShouldBe(run.Reasons);
    }

    [Fact]
    public async Task The_file_says_what_it_rests_on()
    {
        var id = await _desk.RunAsync();

        using var json = JsonDocument.Parse(await ExportAsync(_desk.User, id, RunForm.Json));

        var root = json.RootElement;
        (root.GetProperty("modelVersion").GetString(), root.GetProperty("draws").GetInt32(), root.GetProperty("seed").GetUInt64()).ShouldBe((ScenarioModel.Version, 50, ScenarioRun.DefaultSeed));
        root.GetProperty("parameters").GetArrayLength().ShouldBe(70);
        root.GetProperty("parameters")[0].GetProperty("source").GetString()!.ShouldStartWith("Judgement");
        root.GetProperty("results").GetProperty("monteCarlo").GetProperty("policies").GetArrayLength().ShouldBe(4);
        root.TryGetProperty("staffNote", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    public async Task Readers_get_files_without_a_row_of_pay(Role role)
    {
        var id = await _desk.RunAsync();
        var user = await _portal.AddUserAsync(role);

        var text = Encoding.UTF8.GetString(await ExportAsync(user, id, RunForm.Json));
        text.ShouldNotContain("131313");
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("staffNote").GetString()!.ShouldStartWith("Positions are in cells of at least five people");
        json.RootElement.GetProperty("input").GetProperty("staff").EnumerateArray().ShouldAllBe(c => c.GetProperty("count").GetDouble() >= 5);
        using (var book = new ZipArchive(new MemoryStream(await ExportAsync(user, id, RunForm.Workbook))))
        {
            foreach (var entry in book.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                (await reader.ReadToEndAsync()).ShouldNotContain("131313");
            }
        }

        var few = await _desk.RunAsync(ScenarioDesk.Input with { Staff = [ScenarioDesk.Input.Staff[0], ScenarioDesk.Input.Staff[3]] });
        (await _portal.SendAs(user, new ExportScenarioRunQuery(few, 1, RunForm.Json))).Error.ShouldBe(ScenarioErrors.FewPeople);
        (await _portal.SendAs(user, new ExportScenarioRunQuery(few, 1, RunForm.Workbook))).Error.ShouldBe(ScenarioErrors.FewPeople);
    }

    [Fact]
    public async Task The_workbook_has_a_sheet_for_each_part_and_every_month()
    {
        var id = await _desk.RunAsync(name: "=HYPERLINK(\"http://evil\")");

        using var document = SpreadsheetDocument.Open(new MemoryStream(await ExportAsync(_desk.User, id, RunForm.Workbook)), isEditable: false);

        var sheets = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().ToList();
        sheets.Select(s => s.Name!.Value).ShouldBe(["Summary", "Policies", "Months", "Parameters", "Drivers"]);
        Rows("Months").Count.ShouldBe(1 + (4 * 12));
        Rows("Months")[0].Elements<Cell>().Select(c => c.CellReference!.Value).ShouldContain("AF1");
        Rows("Parameters").Count.ShouldBe(71);
        Rows("Drivers").Count.ShouldBe(33);
        document.WorkbookPart.WorksheetParts.ShouldAllBe(p => !p.Worksheet!.Descendants<CellFormula>().Any());
        Rows("Summary")[1].InnerText.ShouldContain("=HYPERLINK");

        List<Row> Rows(string name) => [.. ((WorksheetPart)document.WorkbookPart.GetPartById(sheets.Single(s => s.Name == name).Id!.Value!)).Worksheet!.Descendants<Row>()];
    }

    [Fact]
    public async Task Files_are_for_those_who_may_read_and_of_runs_that_exist()
    {
        var id = await _desk.RunAsync();
        (await _portal.SendAs(_desk.User, new ExportScenarioRunQuery(id, 9, RunForm.Json))).Error.ShouldBe(ScenarioErrors.NoSuchRun);
        (await _portal.SendAs(Role.Executive, new ExportScenarioRunQuery(id, 1, RunForm.Json), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.TeamLead, new ExportScenarioRunQuery(id, 1, RunForm.Json))).Error.ShouldBe(AccessErrors.NoRole);
        var (server, client) = await _portal.ServeInMemoryAsync();
        await using var closing = server;
        (await client.GetAsync($"/scenarios/{id}/runs/1/run.json")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_faults_of_a_scenario_are_told_at_once_with_their_places()
    {
        const string text = """
            { "horizonMonths": 500, "annualRevenue": -1, "horizonMonth": 12, "staff": [ { "level": "boss", "annualLoadedCost": 1e400, "tenureYears": 300, "pay": 3 } ],
              "params": { "luck": 1, "loadFactor": 9, "reworkShare": { "type": "triangular", "min": 1, "mode": 0, "max": 2 }, "incidentCostPerHour": { "type": "lognormal", "mean": 1, "sigma": 1e400 } },
              "policies": [ { "name": "A", "layoffShare": 0.8, "reallocShare": 0.8 } ] }
            """;

        var faults = (await ReadAsync("a.json", text)).Error!.Fields;

        faults.Select(f => f.Field).ShouldBe(
            ["params.luck", "horizonMonths", "annualRevenue", "staff[0].level", "staff[0].annualLoadedCost", "staff[0].tenureYears", "params.loadFactor", "params.reworkShare", "params.incidentCostPerHour", "policies[0]"], ignoreOrder: true);
        faults.ShouldAllBe(f => f.Message.StartsWith(f.Field + ": ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_the_model_does_not_know_are_told()
    {
        const string text = """{ "horizonMonth": 12, "staff": [ { "level": "mid", "annualLoadedCost": 1, "tenureYears": 1, "name": "Ada", "pay": 3 } ], "params": { "loadFactor": { "type": "fixed", "value": 1.2, "to": 2 } }, "monteCarlo": { "drawz": 1 } }""";

        var read = (await ReadAsync("a.json", text)).Value;

        read.Unknown.ShouldBe(["horizonMonth", "staff[0].name", "staff[0].pay", "params.loadFactor.to", "monteCarlo.drawz"]);
        read.Input.HorizonMonths.ShouldBe(36);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{ \"horizonMonths\": 12, \"horizonMonths\": 24 }")]
    [InlineData("{ \"staff\": 3 }")]
    [InlineData("{ \"staff\": [[1]] }")]
    [InlineData("\u0000\u0001")]
    [InlineData("{ \"policies\": [ { \"name\": \"A\", \"layoffShare\": \"all\" } ] }")]
    public async Task What_is_no_scenario_is_refused(string text) => (await ReadAsync("a.json", text)).Error!.Kind.ShouldBe(ErrorKind.Invalid);

    [Fact]
    public async Task Depth_size_and_strange_endings_are_refused()
    {
        (await ReadAsync("a.json", "{\"staff\":" + new string('[', 5000) + new string(']', 5000) + "}")).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await ReadAsync("a.json", new byte[33 * 1024 * 1024])).Error!.Message.ShouldContain("larger than 32 MB");
        (await ReadAsync("a.exe", "x")).Error!.Message.ShouldContain("JSON");
        (await ReadAsync("a.csv", "")).Error!.Message.ShouldBe("The file is empty.");
        (await ReadAsync("a.json", [0xFF, 0xFE, 0x00, 0xD8])).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await ReadAsync("a.xlsx", "no workbook")).Error!.Message.ShouldBe("This is no workbook that can be read.");
    }

    [Fact]
    public async Task A_list_of_staff_is_summed_up_while_it_is_read()
    {
        var text = new StringBuilder("Level;Annual cost;Start date;Displaced;Name;Count\n");
        for (var i = 0; i < 3000; i++) text.Append(i % 2 == 0 ? "Senior" : "mid").Append(";90000.5;2020-0").Append((i % 9) + 1).Append("-01;").Append(i % 10 == 0 ? "yes" : "").Append(";Ada Nobody;1\n");

        var read = (await ReadAsync("staff.csv", text.ToString())).Value;

        read.Rows.ShouldBe(3000);
        read.Input.Staff.Sum(c => c.Count).ShouldBe(3000);
        read.Input.Staff.Where(c => c.IsDisplaced).Sum(c => c.Count).ShouldBe(300);
        read.Input.Staff.Count.ShouldBeLessThan(40);
        read.Input.Staff.Sum(c => c.Count * c.AnnualLoadedCost).ShouldBe(3000 * 90000.5, 1e-3);
        read.Unknown.ShouldBe(["Name"]);
    }

    [Fact]
    public async Task Wrong_cells_are_told_by_row_without_repeating_what_may_be_pay()
    {
        const string text = "level,cost,tenure,displaced\nmid,90000,3,no\nboss,131313x,3,perhaps\nsenior,-1,200,yes\n";

        var error = (await ReadAsync("staff.csv", text)).Error!;

        error.Message.ShouldBe("5 cells of the file cannot be used. Nothing was stored.");
        error.Fields.Select(f => f.Message).ShouldBe(
        [
            "Row 3, level: enter junior, mid, senior or principal.", "Row 3, cost: enter 0 or more.", "Row 3, displaced: enter yes or no.", "Row 4, cost: enter 0 or more.", "Row 4, tenure: enter 0 to 100 years.",
        ]);
        (await ReadAsync("staff.csv", "level,cost\nmid,1\n")).Error!.Message.ShouldStartWith("A column is missing: tenureYears or startDate");
        (await ReadAsync("staff.csv", "level,cost,annual cost,tenure\nmid,1,1,1\n")).Error!.Message.ShouldBe("Two columns state the cost.");
        (await ReadAsync("staff.csv", "level,cost,tenure\n\"mid,1,1\n")).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await ReadAsync("staff.csv", "level,cost,tenure\n")).Error!.Message.ShouldContain("no row");
        var many = (await ReadAsync("staff.csv", "level,cost,tenure\n" + string.Concat(Enumerable.Repeat("boss,1,1\n", 500)))).Error!;
        (many.Fields.Count, many.Fields[^1].Message).ShouldBe((101, "400 more cells are wrong."));
    }

    [Fact]
    public async Task A_workbook_of_staff_is_read_too_and_one_that_unpacks_endlessly_is_not()
    {
        var read = (await ReadAsync("staff.xlsx", Book(["level", "cost", "tenure", "displaced"], ["mid", "80000", "2.5", "yes"], ["mid", "90000", "2.5", "yes"], ["principal", "150000", "12", ""]))).Value;
        read.Input.Staff.ShouldBe([new StaffCell(Level.Principal, 150_000, 12, false), new StaffCell(Level.Mid, 85_000, 2.5, true) { Count = 2 }]);

        var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("xl/sharedStrings.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 70; i++) await entry.WriteAsync(zeros);
        }

        (await ReadAsync("staff.xlsx", bomb.ToArray())).Error!.Message.ShouldBe("The workbook unpacks to more than a list of staff needs.");
    }

    private Task<Result<ScenarioFile>> ReadAsync(string name, string text) => ReadAsync(name, Encoding.UTF8.GetBytes(text));

    private Task<Result<ScenarioFile>> ReadAsync(string name, byte[] bytes) => _portal.SendAs(_desk.User, new ReadScenarioFileQuery(name, new MemoryStream(bytes)));

    private async Task<byte[]> ExportAsync(Guid user, ScenarioId id, RunForm form)
    {
        var file = await _portal.SendAs(user, new ExportScenarioRunQuery(id, 1, form));
        file.Error.ShouldBeNull();
        using var copy = new MemoryStream();
        await using (file.Value.Content) await file.Value.Content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Book(params string[][] rows)
    {
        var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var words = workbook.AddNewPart<SharedStringTablePart>();
            words.SharedStringTable = new SharedStringTable(rows.SelectMany(r => r).Distinct().Select(w => new SharedStringItem(new Text(w))));
            var index = rows.SelectMany(r => r).Distinct().ToList();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            // The cost as a number, the words shared, the last empty cell left out.
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select((r, y) => new Row(r.Index().Where(c => c.Item.Length > 0).Select(c => double.TryParse(c.Item, out _)
                ? new Cell { CellReference = $"{(char)('A' + c.Index)}{y + 1}", CellValue = new CellValue(c.Item) }
                : new Cell { CellReference = $"{(char)('A' + c.Index)}{y + 1}", DataType = CellValues.SharedString, CellValue = new CellValue(index.IndexOf(c.Item)) })))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Staff" }));
        }

        return content.ToArray();
    }
}
