package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * receiptline draws a receipt by itself (SVG) and as ESC/POS: our paper of its bytes has ink where
 * its picture has characters, and the same text.
 */
@Timeout(120)
class DrawnAlikeTest {

  private static final String SOURCE =
      """
      ^^^政务公开 回执

      办理事项 | 居民身份证补领
      ---
      |材料：居民身份证（原件）1 份
      编号 | 20260101-0042
      窗口 | A03 | 二层
      凭本回执领取|
      |工作日 9:00-17:00
      {code:20260101; option:code128,2,72,hri}
      """;

  /** What the paper has at its sides and at its head, dots. */
  private static final int SIDE = 32;

  private static final int HEAD = 44;

  private static final int CELL = 24;

  @TempDir Path folder;

  private record Drawn(String character, Rectangle cell) {}

  @ParameterizedTest
  @ValueSource(ints = {48, 32})
  void ourPaperHasInkWhereItsPictureHasCharacters(int columns) throws Exception {
    Checkers checkers = Checkers.find();
    List<Drawn> drawn = drawn(checkers.receiptline("svg", columns, SOURCE));
    Slip slip = printed(columns, checkers.receiptline("escpos", columns, SOURCE));
    BufferedImage paper = ImageIO.read(slip.picture().toFile());
    List<String> blank = new ArrayList<>();
    for (Drawn one : drawn) {
      if (ink(paper, one.cell()) == 0) {
        blank.add(one.toString());
      }
    }
    assertEquals(List.of(), blank);
    assertTrue(drawn.size() > 60, drawn.size() + " characters");
    String expected = String.join("", drawn.stream().map(Drawn::character).toList());
    String text = String.join("", slip.lines()).replace("[barcode]", "").replaceAll("[ ─]", "");
    assertEquals(expected, text);
    keep(slip, columns);
  }

  private Slip printed(int columns, String hex) throws Exception {
    try (EmulatedPrinter printer =
            EmulatedPrinter.start(new EmulatedPrinter.Options(0, columns * 12, folder), () -> {});
        PrinterHost host = new PrinterHost(printer.port())) {
      host.send(hex).receive(1);
      printer.awaitSlips();
      assertEquals(List.of(), printer.status().errors());
      return printer.latestSlip().orElseThrow();
    }
  }

  /**
   * The characters of the picture, each in the middle of a cell, and where that is on our paper.
   */
  private static List<Drawn> drawn(String svg) throws Exception {
    Element picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    List<Drawn> drawn = new ArrayList<>();
    NodeList spans = picture.getElementsByTagName("tspan");
    for (int i = 0; i < spans.getLength(); i++) {
      Element span = (Element) spans.item(i);
      if (!span.getTextContent().isBlank() && !span.getTextContent().equals("\u00A0")) {
        drawn.add(new Drawn(span.getTextContent(), cell(span)));
      }
    }
    return drawn;
  }

  private static Rectangle cell(Element span) {
    Element text = (Element) span.getParentNode();
    int[] place = numbers(((Element) text.getParentNode()).getAttribute("transform"));
    String scale = text.getAttribute("transform");
    int times = scale.isEmpty() ? 1 : numbers(scale)[0];
    int below = text.getAttribute("y").isEmpty() ? 0 : Integer.parseInt(text.getAttribute("y"));
    int middle = Integer.parseInt(span.getAttribute("x")) * times;
    int width = (span.getTextContent().charAt(0) < 0x80 ? CELL / 2 : CELL) * times;
    int left = SIDE + place[0] + middle - width / 2;
    int bottom = HEAD + place[1] + below;
    return new Rectangle(left, bottom - CELL * times, width, CELL * times);
  }

  /** The numbers of {@code translate(0,48)}. */
  private static int[] numbers(String transform) {
    String[] parts = transform.replaceAll("[^0-9,]", "").split(",", -1);
    return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
  }

  private static int ink(BufferedImage paper, Rectangle cell) {
    int ink = 0;
    for (int y = cell.y; y < cell.y + cell.height; y++) {
      for (int x = cell.x; x < cell.x + cell.width; x++) {
        ink += (paper.getRGB(x, y) & 0xFF) < 0x80 ? 1 : 0;
      }
    }
    return ink;
  }

  private static void keep(Slip slip, int columns) throws Exception {
    Path kept = Files.createDirectories(Path.of("target", "receipts"));
    Files.write(
        kept.resolve("receiptline-" + columns + ".png"), Files.readAllBytes(slip.picture()));
  }
}
