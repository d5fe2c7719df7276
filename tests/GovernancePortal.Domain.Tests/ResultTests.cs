using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Tests;

public sealed class ResultTests
{
    [Fact]
    public void A_refusal_is_equal_to_its_error_and_not_to_success()
    {
        var error = new Error("x.y", "No.");
        Result refused = error;

        refused.IsSuccess.ShouldBeFalse();
        refused.ShouldBe((Result)error);
        refused.ShouldNotBe(Result.Success);
    }

    [Fact]
    public void The_value_of_a_refusal_cannot_be_read()
    {
        Result<int> refused = new Error("x.y", "No.");

        Should.Throw<InvalidOperationException>(() => refused.Value);
    }
}
