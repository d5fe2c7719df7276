using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

public sealed class MerkleTreeTests
{
    [Fact]
    public void The_published_roots_come_out_for_each_size_of_the_reference_tree()
    {
        var frontier = new MerkleFrontier();
        for (var size = 0; size <= ReferenceTree.Leaves.Length; size++)
        {
            if (size > 0) frontier.Append(ReferenceTree.Leaves[size - 1]);

            Hex(MerkleTree.Root(ReferenceTree.Leaves.AsSpan(0, size))).ShouldBe(ReferenceTree.Roots[size]);
            Hex(frontier.Root()).ShouldBe(ReferenceTree.Roots[size]);
        }
    }

    [Theory]
    [MemberData(nameof(ReferenceTree.InclusionProofs), MemberType = typeof(ReferenceTree))]
    public async Task The_published_inclusion_proofs_are_made_and_accepted(int index, int size, string[] expected)
    {
        var proof = await Prover(size).InclusionAsync(index);

        proof.Select(Hex).ShouldBe(expected);
        MerkleTree.VerifyInclusion(index, size, ReferenceTree.Leaves[index], proof, Root(size)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(ReferenceTree.ConsistencyProofs), MemberType = typeof(ReferenceTree))]
    public async Task The_published_consistency_proofs_are_made_and_accepted(int first, int second, string[] expected)
    {
        var proof = await Prover(second).ConsistencyAsync(first);

        proof.Select(Hex).ShouldBe(expected);
        MerkleTree.VerifyConsistency(first, Root(first), second, Root(second), proof).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_leaf_of_every_tree_up_to_70_has_a_proof_that_fails_for_any_other_leaf_index_or_size()
    {
        var source = MemoryMerkleSource.WithLeaves(70);
        for (var size = 1; size <= 70; size++)
        {
            var prover = new MerkleProver(source, size);
            var root = await prover.RootAsync();
            root.ShouldBe(MerkleTree.Root(LeavesUpTo(size)));
            for (var index = 0; index < size; index++)
            {
                var leaf = MemoryMerkleSource.Leaf(index);
                var proof = await prover.InclusionAsync(index);

                MerkleTree.VerifyInclusion(index, size, leaf, proof, root).ShouldBeTrue();
                MerkleTree.VerifyInclusion(index, size, MemoryMerkleSource.Leaf(index + 1), proof, root).ShouldBeFalse();
                MerkleTree.VerifyInclusion(index + 1, size, leaf, proof, root).ShouldBeFalse();
                MerkleTree.VerifyInclusion(index - 1, size, leaf, proof, root).ShouldBeFalse();
                MerkleTree.VerifyInclusion(index, size, leaf, [.. proof, leaf], root).ShouldBeFalse();
                if (proof.Count > 0) MerkleTree.VerifyInclusion(index, size, leaf, [.. proof.SkipLast(1)], root).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public async Task Every_tree_up_to_70_is_shown_to_extend_each_smaller_one_and_no_other()
    {
        var source = MemoryMerkleSource.WithLeaves(70);
        var other = MerkleHash.Leaf("other"u8);
        for (var second = 0; second <= 70; second++)
        {
            var secondRoot = MerkleTree.Root(LeavesUpTo(second));
            for (var first = 0; first <= second; first++)
            {
                var firstRoot = MerkleTree.Root(LeavesUpTo(first));
                var proof = await new MerkleProver(source, second).ConsistencyAsync(first);

                MerkleTree.VerifyConsistency(first, firstRoot, second, secondRoot, proof).ShouldBeTrue($"{first} in {second}");
                MerkleTree.VerifyConsistency(first, other, second, secondRoot, proof).ShouldBeFalse();
                MerkleTree.VerifyConsistency(first, firstRoot, second, secondRoot, [.. proof, other]).ShouldBeFalse();
                if (first > 0) MerkleTree.VerifyConsistency(first, firstRoot, second, other, proof).ShouldBeFalse();
                if (proof.Count > 0) MerkleTree.VerifyConsistency(first, firstRoot, second, secondRoot, [.. proof.Skip(1)]).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void A_larger_tree_is_not_taken_for_a_smaller_one() =>
        MerkleTree.VerifyConsistency(8, Root(8), 7, Root(7), []).ShouldBeFalse();

    internal static byte[][] LeavesUpTo(int size) => [.. Enumerable.Range(0, size).Select(MemoryMerkleSource.Leaf)];

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static byte[] Root(int size) => Convert.FromHexString(ReferenceTree.Roots[size]);

    private static MerkleProver Prover(int size)
    {
        var source = new MemoryMerkleSource();
        foreach (var leaf in ReferenceTree.Leaves) source.Append(leaf);
        return new MerkleProver(source, size);
    }
}
