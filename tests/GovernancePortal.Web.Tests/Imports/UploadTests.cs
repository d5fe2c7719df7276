using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.NewImport;
using GovernancePortal.Web.Features.Imports.ImportFile;
using GovernancePortal.Web.Features.Imports.ListImports;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class UploadTests : IAsyncLifetime
{
    private const int SmallLimit = 1024 * 1024;
    private const string TwoPeople = "employee_number,name\nE-1,Ada\nE-2,Bea\n";

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() =>
        _portal = await TestPortal.StartAsync(services => services.Configure<ImportOptions>(options => options.MaxBytes = SmallLimit));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_file_without_bytes_is_refused() => (await CodeOfAsync([])).ShouldBe("import.file.empty");

    [Fact]
    public async Task A_file_without_rows_is_refused() => (await CodeOfAsync("employee_number,name\n"u8.ToArray())).ShouldBe("import.file.no-rows");

    [Fact]
    public async Task A_workbook_is_refused_as_such()
    {
        var result = await SendAsync([0x50, 0x4B, 0x03, 0x04, 0, 0, 1, 2]);

        result.Code.ShouldBe("import.file.binary");
        result.Message.ShouldContain("Excel workbook");
    }

    [Fact]
    public async Task A_file_with_NUL_bytes_is_refused() => (await CodeOfAsync("a,b\n\0\0,1\n"u8.ToArray())).ShouldBe("import.file.binary");

    [Fact]
    public async Task Windows_1252_is_refused_and_the_byte_is_named()
    {
        var result = await SendAsync([.. "employee_number,name\nE-1,Bj"u8, 0xF6, .. "rk\n"u8]);

        result.Code.ShouldBe("import.file.encoding");
        result.Message.ShouldContain("0xF6");
    }

    [Fact]
    public async Task A_letter_that_is_cut_by_the_edge_of_a_buffer_is_no_mistake()
    {
        var filler = new string('x', (128 * 1024) - "employee_number,name\nE-1,".Length - 1);

        (await CodeOfAsync(Encoding.UTF8.GetBytes($"employee_number,name\nE-1,{filler}ö\n"))).ShouldBe("(row errors) name.long");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_with_a_byte_order_mark_is_read(bool utf16)
    {
        var encoding = utf16 ? Encoding.Unicode : Encoding.UTF8;
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("employee_number;name\r\nE-1;Björk\r\n")];

        (await CodeOfAsync(bytes)).ShouldBe("");
        (await _portal.InDb(db => db.People.SingleAsync())).Name.ShouldBe("Björk");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_while_it_streams()
    {
        var content = new EndlessStream();

        var result = await _portal.SendAs(Role.HumanResources, new UploadImportCommand(ImportKind.Roster, "huge.csv", content));

        result.Error!.Code.ShouldBe("import.file.too-large");
        content.Given.ShouldBeLessThan(SmallLimit + (1024 * 1024));
    }

    [Theory]
    [InlineData("just some words\n", "import.format.unknown")]
    [InlineData("{\"a\":1}", "import.format.unknown")]
    [InlineData("colour,size\nred,1\n", "import.mapping.needed")]
    [InlineData("employee_number,name,Name\nE-1,a,b\n", "import.header.twice")]
    [InlineData("employee_number,name\nE-1,\"never closed\n", "import.csv.broken")]
    public async Task A_table_that_is_not_understood_is_refused_with_the_reason(string content, string code)
    {
        (await CodeOfAsync(Encoding.UTF8.GetBytes(content))).ShouldBe(code);
        (await _portal.InDb(db => db.People.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var result = await _portal.ImportAsync(ImportKind.Roster, TwoPeople, dryRun: true);

        (result.Value.Accepted, result.Value.ImportId).ShouldBe((2, null));
        (await _portal.InDb(db => db.People.CountAsync())).ShouldBe(0);
        (await _portal.InDb(db => db.ImportRuns.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_list_shows_who_imported_what_with_its_hash()
    {
        await _portal.MustImportAsync(ImportKind.Roster, TwoPeople);

        var page = await _portal.SendAs(Role.Auditor, new ListImportsQuery(new Paging(1, 100_000)));

        var row = page.Value.Items.ShouldHaveSingleItem();
        (row.Kind, row.Accepted, row.At).ShouldBe((ImportKind.Roster, 2, _portal.Clock.GetUtcNow()));
        row.FileSha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(TwoPeople))));
        page.Value.Size.ShouldBe(Paging.MaxSize);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task A_page_behind_the_end_of_the_list_is_its_last_page(int page)
    {
        await _portal.MustImportAsync(ImportKind.Roster, TwoPeople);

        var list = (await _portal.SendAs(Role.Auditor, new ListImportsQuery(new Paging(page, 20)))).Value;

        (list.Page, list.Pages, list.Items.Count).ShouldBe((1, 1, 1));
    }

    [Theory]
    [InlineData(Role.GovernanceOfficer, ImportKind.Roster)]
    [InlineData(Role.HumanResources, ImportKind.CopilotUsage)]
    [InlineData(Role.TeamLead, ImportKind.Completions)]
    [InlineData(Role.Administrator, ImportKind.Roster)]
    [InlineData(Role.Auditor, ImportKind.CopilotTeams)]
    public async Task A_role_that_does_not_cover_the_kind_is_refused(Role role, ImportKind kind)
    {
        var upload = await _portal.SendAs(role, new UploadImportCommand(kind, "f.csv", ImportPortal.Text(TwoPeople)));
        var import = await _portal.ImportAsync(kind, TwoPeople, role: role);

        (upload.Error, import.Error).ShouldBe((AccessErrors.NoRole, AccessErrors.NoRole));
    }

    [Fact]
    public async Task Nobody_can_use_a_file_that_somebody_else_brought()
    {
        var (owner, other) = (await _portal.AddUserAsync(Role.HumanResources), await _portal.AddUserAsync(Role.HumanResources));
        var upload = (await _portal.UploadAsync(owner, ImportKind.Roster, TwoPeople)).Value.UploadId;

        (await _portal.PreviewAsync(other, upload)).Error.ShouldBe(ImportErrors.NoUpload);
        (await _portal.CommitAsync(other, upload)).Error.ShouldBe(ImportErrors.NoUpload);
        (await _portal.CommitAsync(owner, upload)).IsSuccess.ShouldBeTrue();
        (await _portal.CommitAsync(owner, upload)).Error.ShouldBe(ImportErrors.NoUpload);
    }

    [Fact]
    public async Task Rows_outside_the_importers_units_are_refused()
    {
        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,unit\nE-1,Ada,Logistics\n");
        const string file = "employee_number,name,unit\nE-1,Ada,Checkout\nE-2,Bea,Logistics\nE-3,Cleo,Checkout/New team\nE-4,Dora,Somewhere new\n";

        var result = await _portal.ImportAsync(ImportKind.Roster, file, role: Role.HumanResources, unit: _portal.Checkout);

        result.Value.Errors.Select(e => (e.Row, e.Code)).ShouldBe([(2, "person.scope"), (3, "unit.scope"), (5, "unit.scope")], ignoreOrder: true);
        result.Value.NothingWritten.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mapping_is_remembered_for_files_with_the_same_columns()
    {
        var user = await _portal.AddUserAsync(Role.HumanResources);
        const string file = "who,called,pay\nE-1,Ada,1000\n";
        var mapping = new ColumnMapping
        {
            Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["who"] = "number", ["called"] = "name", ["pay"] = "cost" },
            CostIsMonthly = true,
        };
        var first = (await _portal.UploadAsync(user, ImportKind.Roster, file)).Value.UploadId;
        (await _portal.PreviewAsync(user, first)).Value.Table!.Missing.ShouldBe(["Employee number"]);
        (await _portal.PreviewAsync(user, first, mapping)).Value.Report!.New.ShouldBe(1);
        (await _portal.InDb(db => db.ImportMappings.CountAsync())).ShouldBe(0, "a look at a file writes nothing");
        (await _portal.PreviewAsync(user, first)).Value.Report!.New.ShouldBe(1, "the choice is kept with the file");
        (await _portal.ImportAsync(ImportKind.Roster, file)).Error!.Code.ShouldBe("import.mapping.needed", "somebody else has not chosen");

        (await _portal.CommitAsync(user, first, mapping)).Value.Counts.Accepted.ShouldBe(1);

        (await _portal.ImportAsync(ImportKind.Roster, file)).Value.Unchanged.ShouldBe(1);
        (await _portal.InDb(db => db.People.SingleAsync())).AnnualLoadedCost.ShouldBe(12_000m);
    }

    [Fact]
    public async Task Wrong_rows_come_back_as_they_were_with_the_reason()
    {
        var user = await _portal.AddUserAsync(Role.HumanResources);
        var upload = (await _portal.UploadAsync(user, ImportKind.Roster, "number;name;cost\nE-1;Ada;1\nE-2;\"Bea; \"\"B\"\"\";95k\n".Replace("number;", "employee_number;", StringComparison.Ordinal))).Value.UploadId;

        (await TextAsync(user, upload)).ShouldBe(
            "employee_number;name;cost;why_rejected\r\nE-2;\"Bea; \"\"B\"\"\";95k;cost: found “95k”, expected a number, such as 95000\r\n"
        );
    }

    [Fact]
    public async Task Wrong_rows_are_found_by_the_columns_chosen_and_their_correction_needs_no_choice()
    {
        var user = await _portal.AddUserAsync(Role.HumanResources);
        var mapping = new ColumnMapping { Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["who"] = "number", ["since"] = "start" } };
        var upload = (await _portal.UploadAsync(user, ImportKind.Roster, "who,since\nE-1,2020-01-01\nE-2,lately\n")).Value.UploadId;
        (await _portal.PreviewAsync(user, upload, mapping)).Value.Report!.Errors.Rows.ShouldBe(1);

        var file = await TextAsync(user, upload);

        file.ShouldStartWith("who,since,why_rejected\r\nE-2,lately,");
        var again = (await _portal.UploadAsync(user, ImportKind.Roster, file.Replace("lately", "2024-01-01", StringComparison.Ordinal))).Value.UploadId;
        (await _portal.PreviewAsync(user, again)).Value.Report!.New.ShouldBe(1);
    }

    [Fact]
    public async Task Formulas_in_wrong_rows_are_disarmed_and_come_back_as_they_were()
    {
        var user = await _portal.AddUserAsync(Role.HumanResources);
        const string rows = "=E-1,\t=HYPERLINK(x),+role,lately\n-E-2,@name,\" -role\",lately\n";
        var upload = (await _portal.UploadAsync(user, ImportKind.Roster, "employee_number,name,role,start_date\n" + rows)).Value.UploadId;

        var file = await TextAsync(user, upload);

        file.Split("\r\n")[1].ShouldStartWith("'=E-1,'=HYPERLINK(x),'+role,lately,");
        file.Split("\r\n")[2].ShouldStartWith("'-E-2,'@name,'-role,lately,");
        await _portal.MustImportAsync(ImportKind.Roster, file.Replace(",lately,", ",2024-01-01,", StringComparison.Ordinal));
        var people = await _portal.InDb(db => db.People.OrderBy(p => p.EmployeeNumber).Select(p => new { p.EmployeeNumber, p.Name, p.WorkRole }).ToListAsync());
        people.Select(p => (p.EmployeeNumber, p.Name, p.WorkRole)).ShouldBe([("-E-2", "@name", "-role"), ("=E-1", "=HYPERLINK(x)", "+role")]);
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("No.")]
    [InlineData("Emp no")]
    [InlineData("Personnel number")]
    [InlineData("Staff No")]
    public void A_plain_column_name_suggests_the_employee_number(string header) =>
        ColumnMapping.Suggest(ImportKind.Roster, ["Department", header, "Phone number"]).Columns[header].ShouldBe("number");

    private async Task<string> TextAsync(Guid user, Guid upload)
    {
        var file = await _portal.SendAs(user, new GetRejectedRowsQuery(upload));
        using var reader = new StreamReader(file.Value.Content);
        return await reader.ReadToEndAsync();
    }

    private async Task<string> CodeOfAsync(byte[] bytes) => (await SendAsync(bytes)).Code;

    private async Task<(string Code, string Message)> SendAsync(byte[] bytes)
    {
        var result = await _portal.SendAs(Role.HumanResources, new ImportFileCommand(ImportKind.Roster, "f.csv", new MemoryStream(bytes), DryRun: false, new ImportChoices()));
        if (!result.IsSuccess) return (result.Error!.Code, result.Error.Message);
        return result.Value.Errors.Count > 0 ? ($"(row errors) {result.Value.Errors[0].Code}", "") : ("", "");
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
