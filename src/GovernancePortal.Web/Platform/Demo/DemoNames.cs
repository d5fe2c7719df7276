namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Names that no living person bears: plants for the first, birds for the last.</summary>
internal static class DemoNames
{
    private static readonly string[] First =
    [
        "Aster", "Bramble", "Briar", "Cedar", "Clover", "Coral", "Dale", "Ember", "Fern", "Flint", "Gorse", "Hazel", "Heath", "Iris", "Ivy", "Juniper",
        "Lark", "Linnet", "Maple", "Martin", "Moss", "Olive", "Piper", "Reed", "Robin", "Rowan", "Rush", "Sage", "Senna", "Sorrel", "Tansy", "Teasel",
        "Thistle", "Vetch", "Violet", "Willow", "Wren", "Yarrow", "Alder", "Heron",
    ];

    private static readonly string[] Last =
    [
        "Plover", "Knot", "Swift", "Finch", "Dunlin", "Tern", "Avocet", "Stint", "Godwit", "Siskin", "Crake", "Pipit", "Dotterel", "Whimbrel", "Sedge",
        "Thrush", "Marsh", "Barley", "Teal", "Garganey", "Wigeon", "Pochard", "Eider", "Scoter", "Merlin", "Kestrel", "Hobby", "Osprey", "Harrier", "Kite",
        "Bittern", "Egret", "Grebe", "Fulmar", "Gannet", "Petrel", "Puffin", "Ruff", "Turnstone", "Sanderling", "Curlew",
    ];

    private static int Single => First.Length * Last.Length;

    /// <summary>The name of the n-th person, 0-based; a single last name for the first 1,640, then two, as in a large organisation some of them the same.</summary>
    public static string Of(int index)
    {
        var name = $"{First[index % First.Length]} {Last[((index % First.Length) + (index / First.Length)) % Last.Length]}";
        return index < Single ? name : $"{name}-{Last[(index / Single) % Last.Length]}";
    }
}
