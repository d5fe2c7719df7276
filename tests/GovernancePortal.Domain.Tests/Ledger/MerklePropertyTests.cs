using CsCheck;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

public sealed class MerklePropertyTests
{
    // Enough leaves for stored subtrees of level 8 and 16 with a ragged right edge.
    private const int Leaves = 70_123;
    private static readonly Lazy<MemoryMerkleSource> Large = new(() => MemoryMerkleSource.WithLeaves(Leaves));

    [Fact]
    public void The_frontier_gives_the_root_of_the_definition_and_survives_being_stored() =>
        Gen.Int[0, 1200].Sample(size =>
        {
            var frontier = MemoryMerkleSource.WithLeaves(size).Frontier;
            var stored = MerkleFrontier.FromBytes(frontier.ToBytes())!;

            stored.Size.ShouldBe(size);
            stored.Root().ShouldBe(MerkleTree.Root(MerkleTreeTests.LeavesUpTo(size)));
            stored.Append(MemoryMerkleSource.Leaf(size));
            stored.Root().ShouldBe(MerkleTree.Root(MerkleTreeTests.LeavesUpTo(size + 1)));
        }, iter: 60);

    [Fact]
    public void A_stored_frontier_of_another_length_is_not_read()
    {
        var bytes = MemoryMerkleSource.WithLeaves(5).Frontier.ToBytes();

        MerkleFrontier.FromBytes(bytes.AsSpan(1)).ShouldBeNull();
        MerkleFrontier.FromBytes([.. bytes, 0]).ShouldBeNull();
        MerkleFrontier.FromBytes([]).ShouldBeNull();
        MerkleFrontier.FromBytes([0x80, 0, 0, 0, 0, 0, 0, 0]).ShouldBeNull();
    }

    [Fact]
    public async Task Any_flipped_bit_of_an_inclusion_proof_makes_it_fail() =>
        await Gen.Select(Gen.Int[2, Leaves], Gen.Int[0, Leaves - 1], Gen.Int[0, 1 << 20]).SampleAsync(async (size, at, bit) =>
        {
            var index = at % size;
            var prover = new MerkleProver(Large.Value, size);
            var root = await prover.RootAsync();
            var proof = await prover.InclusionAsync(index);

            MerkleTree.VerifyInclusion(index, size, MemoryMerkleSource.Leaf(index), proof, root).ShouldBeTrue();
            MerkleTree.VerifyInclusion(index, size, MemoryMerkleSource.Leaf(index), Flip(proof, bit), root).ShouldBeFalse();
        }, iter: 300);

    [Fact]
    public async Task Any_flipped_bit_of_a_consistency_proof_makes_it_fail() =>
        await Gen.Select(Gen.Int[1, Leaves], Gen.Int[1, Leaves], Gen.Int[0, 1 << 20]).SampleAsync(async (a, b, bit) =>
        {
            var (first, second) = (Math.Min(a, b), Math.Max(a, b));
            var prover = new MerkleProver(Large.Value, second);
            var firstRoot = await new MerkleProver(Large.Value, first).RootAsync();
            var secondRoot = await prover.RootAsync();
            var proof = await prover.ConsistencyAsync(first);

            MerkleTree.VerifyConsistency(first, firstRoot, second, secondRoot, proof).ShouldBeTrue();
            if (proof.Count > 0) MerkleTree.VerifyConsistency(first, firstRoot, second, secondRoot, Flip(proof, bit)).ShouldBeFalse();
        }, iter: 300);

    [Fact]
    public async Task A_proof_reads_a_few_runs_of_hashes_and_not_the_log()
    {
        var leaves = MerkleTreeTests.LeavesUpTo(Leaves);
        var source = Large.Value;
        var (readsBefore, hashesBefore) = (source.Reads, source.HashesRead);

        var prover = new MerkleProver(source, Leaves);
        var proof = await prover.InclusionAsync(31_415);

        MerkleTree.VerifyInclusion(31_415, Leaves, leaves[31_415], proof, MerkleTree.Root(leaves)).ShouldBeTrue();
        (source.Reads - readsBefore).ShouldBeLessThanOrEqualTo(5);
        (source.HashesRead - hashesBefore).ShouldBeLessThanOrEqualTo(5 * 256);
    }

    private static byte[][] Flip(IReadOnlyList<byte[]> proof, int bit)
    {
        byte[][] flipped = [.. proof.Select(hash => hash.ToArray())];
        var at = bit % (proof.Count * MerkleHash.Size * 8);
        flipped[at / 256][at % 256 / 8] ^= (byte)(1 << (at % 8));
        return flipped;
    }
}
