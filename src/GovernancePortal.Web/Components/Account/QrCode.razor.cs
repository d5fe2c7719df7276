using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace GovernancePortal.Web.Components.Account;

/// <summary>A QR code as one path.</summary>
public sealed partial class QrCode
{
    private string _path = "";
    private int _size;

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    protected override void OnParametersSet()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x]) path.Append('M').Append(x).Append(' ').Append(y).Append("h1v1h-1z");
            }
        }

        (_path, _size) = (path.ToString(), rows.Count);
    }
}
