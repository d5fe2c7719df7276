using GovernancePortal.Domain.Ledger;
using GovernancePortal.Domain.Tests.Ledger;

namespace GovernancePortal.Domain.Tests.Verifier;

public sealed class VerifierTests : IDisposable
{
    private const int Accepted = 0;
    private const int Rejected = 1;
    private const int NotChecked = 2;
    private readonly SignedLog _log = new(40);

    public void Dispose() => _log.Dispose();

    [Fact]
    public void An_untouched_log_is_accepted()
    {
        var (code, text) = _log.Verify();

        code.ShouldBe(Accepted, text);
        text.ShouldContain("the 40 entries");
        text.ShouldContain(SignedLog.Key.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_log_of_any_length_is_accepted(int entries)
    {
        using var log = new SignedLog(entries);

        log.Verify().Code.ShouldBe(Accepted);
    }

    [Fact]
    public void The_key_may_be_in_a_file()
    {
        File.WriteAllText(_log.PreviousFile, SignedLog.Key + "\n");

        _log.Verify(key: _log.PreviousFile).Code.ShouldBe(Accepted);
    }

    [Fact]
    public void A_log_that_extends_the_older_checkpoint_is_accepted()
    {
        File.WriteAllText(_log.PreviousFile, SignedLog.Note(SampleLedger.CheckpointOver(_log.Rows.Take(17))));

        var (code, text) = _log.Verify(withPrevious: true);

        code.ShouldBe(Accepted, text);
        text.ShouldContain("first 17");
    }

    [Fact]
    public void A_rewritten_log_with_a_fresh_checkpoint_is_rejected_through_the_older_one()
    {
        File.WriteAllText(_log.PreviousFile, SignedLog.Note(SampleLedger.CheckpointOver(_log.Rows.Take(17))));
        _log.Rows[5] = SampleLedger.Rehashed(_log.Rows[5] with { Payload = "{}" });
        _log.WriteLog();
        File.WriteAllText(_log.CheckpointFile, SignedLog.Note(SampleLedger.CheckpointOver(_log.Rows)));

        _log.Verify().Code.ShouldBe(Accepted);
        ShouldBeRejected(_log.Verify(withPrevious: true), "first 17 entries", "older checkpoint");
    }

    [Fact]
    public void A_cut_off_log_with_a_fresh_checkpoint_is_rejected_through_the_older_one()
    {
        File.WriteAllText(_log.PreviousFile, SignedLog.Note(SampleLedger.CheckpointOver(_log.Rows)));
        _log.Rows.RemoveRange(30, 10);
        _log.WriteLog();
        File.WriteAllText(_log.CheckpointFile, SignedLog.Note(SampleLedger.CheckpointOver(_log.Rows)));

        ShouldBeRejected(_log.Verify(withPrevious: true), "40", "30");
    }

    [Fact]
    public void A_changed_entry_is_named()
    {
        _log.ChangeLog(log => log.Replace("\"sample\":7,", "\"sample\":8,", StringComparison.Ordinal));

        ShouldBeRejected(_log.Verify(), "#8 was changed");
    }

    [Fact]
    public void A_changed_entry_with_a_new_hash_is_rejected()
    {
        _log.Rows[7] = SampleLedger.Rehashed(_log.Rows[7] with { Payload = "{}" });
        _log.WriteLog();

        ShouldBeRejected(_log.Verify(), "first 40 entries", "rewritten");
    }

    [Fact]
    public void A_deleted_entry_is_named()
    {
        _log.Rows.RemoveAt(7);
        _log.WriteLog();

        ShouldBeRejected(_log.Verify(), "Line 8", "#9", "#8");
    }

    [Fact]
    public void Exchanged_entries_are_named()
    {
        (_log.Rows[7], _log.Rows[9]) = (_log.Rows[9], _log.Rows[7]);
        _log.WriteLog();

        ShouldBeRejected(_log.Verify(), "Line 8", "#10", "#8");
    }

    [Fact]
    public void An_inserted_entry_is_named()
    {
        _log.Rows.Insert(8, _log.Rows[7]);
        _log.WriteLog();

        ShouldBeRejected(_log.Verify(), "Line 9 repeats entry #8");
    }

    [Fact]
    public void A_cut_off_end_is_named()
    {
        _log.Rows.RemoveRange(30, 10);
        _log.WriteLog();

        ShouldBeRejected(_log.Verify(), "after 30 entries", "#31");
    }

    [Fact]
    public void Entries_that_the_checkpoint_does_not_cover_are_rejected()
    {
        _log.Rows.Add(SampleLedger.Entry(40).ToColumns());
        _log.WriteLog();

        ShouldBeRejected(_log.Verify(), "line 41", "40 entries");
    }

    [Fact]
    public void A_line_that_breaks_off_is_rejected()
    {
        _log.ChangeLog(log => log[..^1]);

        ShouldBeRejected(_log.Verify(), "middle of line 40");
    }

    [Theory]
    [InlineData("{\"entry\":{\"actor\"", "{\"entry\": {\"actor\"")]
    [InlineData("\"v\":1}", "\"v\":2}")]
    [InlineData("\"v\":1}", "\"v\":1,\"w\":1}")]
    [InlineData("\"seq\":3,", "\"seq\":3.0,")]
    [InlineData("\"seq\":3,", "\"seq\":03,")]
    [InlineData("0.9,", "0.90,")]
    [InlineData("-1.5e-9", "-15e-10")]
    [InlineData("-1.5e-9", "-1.5E-9")]
    [InlineData("1e+21", "1000000000000000000000")]
    [InlineData("\\t", "\\u0009")]
    [InlineData("sheet", "sh\\u0065et")]
    [InlineData("sheet", "sh\\/eet")]
    [InlineData("sheet", "sh\u0001eet")]
    [InlineData("\"role\":\"TeamLead\",\"sample\":0", "\"sample\":0,\"role\":\"TeamLead\"")]
    [InlineData("\"role\":\"TeamLead\"", "\"role\":\"TeamLead\",\"role\":\"TeamLead\"")]
    [InlineData("05.120Z", "05.12Z")]
    [InlineData("T09:31:05", "T25:31:05")]
    [InlineData("\"payload\":{", "\"payload\":[{")]
    [InlineData("\"actor\":\"system\"", "\"actor\":\"sys tem\"")]
    [InlineData("false", "fals")]
    [InlineData("\"}\n", "\"}\r\n")]
    [InlineData("\"}\n", "\"}\n\n")]
    [InlineData("\"leaf\":\"", "\"leaf\":\"0")]
    public void A_line_that_is_not_written_in_the_canonical_way_is_rejected(string canonical, string other)
    {
        _log.ChangeLog(log => log.Replace(canonical, other, StringComparison.Ordinal));

        ShouldBeRejected(_log.Verify(), "not a canonical entry");
    }

    [Fact]
    public void A_changed_checkpoint_is_rejected()
    {
        _log.ChangeCheckpoint(note => note.Replace("\n40\n", "\n39\n", StringComparison.Ordinal));

        ShouldBeRejected(_log.Verify(), "signature of the checkpoint is not valid");
    }

    [Fact]
    public void A_checkpoint_without_a_signature_of_the_key_is_rejected()
    {
        _log.ChangeCheckpoint(note => note.Replace("— larkfield", "— lorkfield", StringComparison.Ordinal));

        ShouldBeRejected(_log.Verify(), "not signed with the key");
    }

    [Fact]
    public void A_checkpoint_of_another_ledger_is_rejected()
    {
        var other = SampleLedger.CheckpointOver(_log.Rows) with { Origin = "other.example/ledger" };
        File.WriteAllText(_log.CheckpointFile, SignedLog.Note(other));

        ShouldBeRejected(_log.Verify(), "other.example/ledger");
    }

    [Fact]
    public void A_further_signature_of_a_witness_is_passed_over()
    {
        _log.ChangeCheckpoint(note => note + "— witness.example " + Convert.ToBase64String(new byte[68]) + "\n");

        _log.Verify().Code.ShouldBe(Accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a\n1\n\n")]
    public void What_is_not_a_checkpoint_is_rejected(string note)
    {
        File.WriteAllText(_log.CheckpointFile, note);

        ShouldBeRejected(_log.Verify(), "The checkpoint");
    }

    [Fact]
    public void A_signed_text_that_is_not_a_checkpoint_is_rejected()
    {
        const string text = SignedLog.Origin + "\nforty\nx\n";
        var signature = NoteSignature.By(SignedLog.Key, SignedLog.Sign(System.Text.Encoding.UTF8.GetBytes(text)));
        var line = SignedCheckpoint.Create(SampleLedger.CheckpointOver([]), signature).ToString().Split('\n')[^2];
        File.WriteAllText(_log.CheckpointFile, text + "\n" + line + "\n");

        ShouldBeRejected(_log.Verify(), "not a number of entries");
    }

    [Fact]
    public void Wrong_arguments_and_unreadable_files_are_told_from_a_rejection()
    {
        SignedLog.Run().Code.ShouldBe(NotChecked);
        SignedLog.Run(_log.LogFile, _log.CheckpointFile).Text.ShouldContain("Usage");
        SignedLog.Run(_log.LogFile, _log.CheckpointFile, "--key").Code.ShouldBe(NotChecked);
        SignedLog.Run(_log.LogFile, _log.CheckpointFile, "--key", SignedLog.Key.ToString(), "--fast").Code.ShouldBe(NotChecked);
        SignedLog.Run(_log.LogFile + "x", _log.CheckpointFile, "--key", SignedLog.Key.ToString()).Code.ShouldBe(NotChecked);
        SignedLog.Run(_log.LogFile, _log.CheckpointFile + "x", "--key", SignedLog.Key.ToString()).Code.ShouldBe(NotChecked);
        _log.Verify(key: "no-such-file").Code.ShouldBe(NotChecked);
        _log.Verify(key: SignedLog.Key.ToString()[..^4]).Code.ShouldBe(NotChecked);
    }

    private static void ShouldBeRejected((int Code, string Text) outcome, params string[] parts)
    {
        outcome.Code.ShouldBe(Rejected, outcome.Text);
        outcome.Text.ShouldStartWith("Rejected: ");
        foreach (var part in parts) outcome.Text.ShouldContain(part);
    }
}
