using System.Text;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

public sealed class CheckpointTests
{
    // Key and signature published with the Go implementation of signed notes.
    internal const string PublishedKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static readonly byte[] Root = Convert.FromHexString(ReferenceTree.Roots[8]);

    [Fact]
    public void The_text_is_origin_size_and_root_and_the_signature_follows_a_blank_line()
    {
        var key = VerifierKey.Parse(PublishedKey).Value;
        var signed = SignedCheckpoint.Create(new Checkpoint("PeterNeumann", 8, Root), NoteSignature.By(key, [1, 2, 3]));

        signed.ToString().ShouldBe("PeterNeumann\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— PeterNeumann x08gowECAw==\n");
        Encoding.UTF8.GetString(signed.ToSignedBytes()).ShouldBe("PeterNeumann\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n");
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var key = VerifierKey.Parse(PublishedKey).Value;
        var written = SignedCheckpoint.Create(new Checkpoint("PeterNeumann", 8, Root), NoteSignature.By(key, new byte[64]), new NoteSignature("witness", 7, [9]));

        var read = SignedCheckpoint.Parse(written.ToString()).Value;

        read.ShouldBe(written);
        (read.Checkpoint.Origin, read.Checkpoint.Size).ShouldBe(("PeterNeumann", 8));
        read.Checkpoint.Root.ShouldBe(Root);
        read.Signatures.Count(s => s.IsBy(key)).ShouldBe(1);
    }

    [Fact]
    public void Extension_lines_stay_part_of_what_is_signed()
    {
        const string note = "o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\nextra\n\n— o AAAAAQI=\n";

        var read = SignedCheckpoint.Parse(note).Value;

        Encoding.UTF8.GetString(read.ToSignedBytes()).ShouldEndWith("extra\n");
        read.ToString().ShouldBe(note);
    }

    [Theory]
    [InlineData("")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— o AAAAAQI=")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n- o AAAAAQI=\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— o AAAA AQI=\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— o AAAAAQJ=\n")]
    [InlineData("o\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— o AAAAAQI=\n")]
    [InlineData("o\n-8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— o AAAAAQI=\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQy=\n\n— o AAAAAQI=\n")]
    [InlineData("o\r\n8\r\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— o AAAAAQI=\n")]
    [InlineData("\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— o AAAAAQI=\n")]
    [InlineData("o\n8\n\n— o AAAAAQI=\n")]
    public void What_is_not_a_checkpoint_is_refused(string note) => SignedCheckpoint.Parse(note).Error!.Code.ShouldBe("ledger.checkpoint-malformed");

    [Fact]
    public void The_published_key_has_the_published_id()
    {
        var key = VerifierKey.Parse(PublishedKey).Value;

        key.Name.ShouldBe("PeterNeumann");
        key.KeyId.ShouldBe(0xc74f20a3);
        key.ToString().ShouldBe(PublishedKey);
        VerifierKey.Create("PeterNeumann", key.PublicKey).Value.ShouldBe(key);
    }

    [Fact]
    public void No_part_of_a_key_and_no_key_with_a_changed_character_is_read()
    {
        for (var i = 0; i < PublishedKey.Length; i++)
        {
            VerifierKey.Parse(PublishedKey[..i]).IsSuccess.ShouldBeFalse();
            VerifierKey.Parse(PublishedKey[(i + 1)..]).IsSuccess.ShouldBeFalse();
            var changed = PublishedKey[..i] + (char)(PublishedKey[i] + 1) + PublishedKey[(i + 1)..];
            VerifierKey.Parse(changed).IsSuccess.ShouldBeFalse(changed);
        }
    }

    [Fact]
    public void Another_algorithm_is_refused() =>
        VerifierKey.Parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").IsSuccess.ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    public void A_name_that_would_break_the_format_is_refused(string name) => VerifierKey.Create(name, new byte[32]).IsSuccess.ShouldBeFalse();
}
