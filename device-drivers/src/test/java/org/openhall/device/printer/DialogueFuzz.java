package org.openhall.device.printer;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.fuzz.PlayedLine;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.fuzz.FuzzTarget;

/**
 * A receipt on a printer that says anything, asked or unasked: one outcome, after a bounded number
 * of reads, and never printed before its own word.
 */
public final class DialogueFuzz implements FuzzTarget {

  private static final Receipt RECEIPT = new Receipt(List.of(new Receipt.Line.Text("A")));
  private static final RasterFonts FONTS = new RasterFonts(List.of());
  private static final List<Profile> PROFILES =
      Profile.keys().stream().map(Profile::builtIn).toList();

  /** Longer than the input takes: it ends by its own end, not by the clock. */
  private static final Dialogue.Patience PATIENCE =
      new Dialogue.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

  @Override
  public String name() {
    return "printer-answers";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of().parseHex("00" + "8001128001128001128001128001008080010" + "0"),
        HexFormat.of()
            .parseHex(
                "01" + "800112800112800112800112" + "800100" + "80" + "0410000000" + "800100"),
        HexFormat.of().parseHex("02" + "800112800116800112800112"),
        HexFormat.of().parseHex("03" + "80011280011280011280011E" + "8080" + "0418000000"),
        HexFormat.of().parseHex("04" + "3F" + "10".repeat(63) + "80011280011280011280011280010C"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("800112"),
        HexFormat.of().parseHex("800100"),
        HexFormat.of().parseHex("0414000C00"),
        HexFormat.of().parseHex("80"));
  }

  @Override
  public int longest() {
    return 512;
  }

  @Override
  public void run(byte[] input) {
    if (input.length == 0) {
      return;
    }
    PlayedLine line = new PlayedLine(input, 1, bytes -> bytes);
    Profile profile = PROFILES.get(Byte.toUnsignedInt(input[0]) % PROFILES.size());
    Doubt doubt = new Doubt(input[0] < 0);
    PrintJob job = new PrintJob(RECEIPT, new PrintJob.Means(profile, FONTS, PATIENCE, doubt));
    try {
      PrintOutcome outcome = job.run(line, CommandRun.unheard());
      if (outcome instanceof PrintOutcome.Printed && (doubt.present() || line.sent() < 5)) {
        throw new AssertionError("printed, and nobody said so");
      }
    } catch (DeviceFaultException e) {
      if (String.valueOf(e.getMessage()).isEmpty()) {
        throw new AssertionError("a fault without words", e);
      }
    }
  }
}
