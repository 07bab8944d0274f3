package org.openhall.simulator.printer;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.openhall.fuzz.FuzzTarget;

/**
 * Any bytes for the emulated printer, in two pieces: paper of a bounded length comes out, drawn as
 * a picture, and the same however the bytes were cut.
 */
public final class PaperFuzz implements FuzzTarget {

  private static final int DOTS = 384;
  private static final PaperRenderer RENDERER = new PaperRenderer(DOTS);

  @Override
  public String name() {
    return "escpos-paper";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        hex("05", "1B40 1B6101", ascii("OpenHall"), "0A 1D5600"),
        hex("09", "1B40 1C26 D5FE B8AE 8139EF30 1C2E 0A 1B4A20 1D564120"),
        hex("00", "1D763000 0200 0200 FF81 81FF 0A 1D5601"),
        hex(
            "10",
            "1D286B03003141 3200 1D286B0300314305 1D286B0800315030",
            ascii("hall1"),
            "1D286B0300315130 0A 1B69"),
        hex(
            "03",
            "1D6840 1D7702 1D4802 1D6B490A 7B42",
            ascii("OPENHALL"),
            "0A 1D6B04",
            ascii("A12*"),
            "00"),
        hex("07", "1D7201 1D6101 1D4941 100401 1D2848060000304130303031"),
        hex("02", "1B4D01 1D2133 09 41 09 1B6405 1B3300 0A 1D564200"));
  }

  private static byte[] hex(String... parts) {
    return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        hex("1D763000"),
        hex("1D286B"),
        hex("1D6B49"),
        hex("1B64FF"),
        hex("1B33FF"),
        hex("1D2177"),
        hex("1D5600"),
        hex("FFFF"),
        hex("1B4D01"),
        hex("1C26"));
  }

  @Override
  public int longest() {
    return 1_024;
  }

  @Override
  public int runs() {
    return 4_000;
  }

  @Override
  public long mostAllocated() {
    return 128L << 20;
  }

  @Override
  public void run(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
    Sheet whole = new Sheet();
    whole.print(bytes);
    Sheet cut = new Sheet();
    int at = Math.min(bytes.length, Byte.toUnsignedInt(input[0]));
    cut.print(Arrays.copyOf(bytes, at));
    cut.print(Arrays.copyOfRange(bytes, at, bytes.length));
    if (whole.rows != cut.rows || !whole.text.toString().equals(cut.text.toString())) {
      throw new AssertionError("the paper depends on how the bytes were cut");
    }
  }

  /** A printer, and what came out of it. */
  private static final class Sheet implements Host {
    private final Tokenizer tokenizer = new Tokenizer();
    private final Interpreter interpreter = new Interpreter(DOTS, this::cut, _ -> {});
    private final StringBuilder text = new StringBuilder();
    private int rows;

    void print(byte[] bytes) {
      for (Token token : tokenizer.take(bytes, bytes.length)) {
        interpreter.apply(token, this, Sensors.READY);
      }
    }

    private void cut(List<PaperItem> items) {
      int height = items.stream().mapToInt(PaperItem::height).sum();
      if (height < 0 || height > PaperStrip.LONGEST) {
        throw new AssertionError("a slip of " + height + " rows");
      }
      if (rows + height <= PaperStrip.LONGEST) {
        drawn(RENDERER.render(items, Paper.OK), height);
      }
      rows += height;
      items.forEach(item -> text.append(item.text()).append('\n'));
    }

    private static void drawn(BufferedImage image, int height) {
      if (image.getHeight() <= height) {
        throw new AssertionError("drawn in part");
      }
    }

    @Override
    public void send(byte[] answer) {
      if (answer.length == 0 || answer.length > 80) {
        throw new AssertionError("an answer of " + answer.length);
      }
    }

    @Override
    public void automaticStatus(boolean on) {}
  }
}
