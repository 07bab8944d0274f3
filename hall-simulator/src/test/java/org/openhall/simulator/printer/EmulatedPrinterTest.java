package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole dialogue over a real TCP connection. */
@Timeout(60)
class EmulatedPrinterTest {

  private static final String CUT = "1D564200";
  private static final String PROOF = "1D7231";
  private static final String HELLO = "'hello\n";

  @TempDir Path folder;
  private EmulatedPrinter printer;

  @BeforeEach
  void start() throws IOException {
    printer = EmulatedPrinter.start(new EmulatedPrinter.Options(0, 576, folder), () -> {});
  }

  @AfterEach
  void stop() {
    printer.close();
  }

  @Test
  void printsHanziAndAsciiAndWrapsAtTheWidthOfThePaper() throws Exception {
    Slip slip = print("1B40 1C26", "'生僻字：㛃𠮷䶮 No. 1\n", "'一二三四五六七八九十一二三四五六七八九十一二三四五六\n");
    assertEquals(List.of("生僻字：㛃𠮷䶮 No. 1", "一二三四五六七八九十一二三四五六七八九十一二三四", "五六"), slip.lines());
    assertEquals(slip.lines(), Files.readAllLines(slip.textFile()));
    assertEquals(640, ImageIO.read(slip.picture().toFile()).getWidth());
    assertEquals(List.of(), printer.status().errors());
  }

  @Test
  void printsBytesOfAHanziAsLatinWithoutKanjiMode() throws Exception {
    Slip slip = print("1B40 1C2E", "'中\n");
    assertEquals(List.of("╓╨"), slip.lines());
  }

  @Test
  void printsANativeQrCodeThatCanBeReadOffThePicture() throws Exception {
    Slip slip = print("1B40 1B6101", qr("https://example.invalid/办事指南/12345"), "0A");
    assertEquals(List.of("https://example.invalid/办事指南/12345"), slip.qrTexts());
    assertEquals(
        "https://example.invalid/办事指南/12345\n", Files.readString(folder.resolve("001.qr.txt")));
    assertEquals(slip.qrTexts(), PaperCodes.read(slip.picture()));
  }

  @Test
  void printsARasterQrCodeThatCanBeReadOffThePicture() throws Exception {
    QrSymbol symbol = new QrSymbol();
    symbol.moduleSize(6);
    symbol.store("政务".getBytes(StandardCharsets.UTF_8));
    Slip slip = print("1B6101", RasterCommand.of(symbol.dots()));
    assertEquals(List.of("政务"), slip.qrTexts());
    assertEquals(slip.qrTexts(), PaperCodes.read(slip.picture()));
    assertEquals(List.of("[image]"), slip.lines());
  }

  @Test
  void answersRealTimeStatusButHoldsPrintDataBackWhilePaperIsOut() throws Exception {
    printer.set(Paper.OUT);
    try (PrinterHost host = connect()) {
      host.send("1B40", HELLO, CUT, PROOF, "100402");
      assertEquals("32", host.receive(1), "nothing was answered before the real-time status");
      assertEquals(0, host.waiting());
      assertTrue(printer.status().heldBytes() > 0);
      printer.set(Paper.OK);
      assertEquals("00", host.receive(1), "the proof came when the paper was back");
    }
    printer.awaitSlips();
    assertEquals(List.of("hello"), printer.latestSlip().orElseThrow().lines());
  }

  @Test
  void throwsHeldDataAwayWhenAskedInRealTime() throws Exception {
    printer.set(Cover.OPEN);
    try (PrinterHost host = connect()) {
      host.send(HELLO, CUT, "101408 01031401060208", "100401");
      assertEquals("3725001a", host.receive(4));
      printer.set(Cover.CLOSED);
      host.send("'again\n", CUT, PROOF);
      assertEquals("00", host.receive(1));
    }
    printer.awaitSlips();
    assertEquals(1, printer.latestSlip().orElseThrow().number());
    assertEquals(List.of("again"), printer.latestSlip().orElseThrow().lines());
  }

  @Test
  void answersAtOnceAndForgetsEvenWithinAnImage() throws Exception {
    try (PrinterHost host = connect()) {
      host.send("1D763000 48004000 00FF");
      host.send("100404").send("10140801031401060208");
      assertEquals("12372500", host.receive(4));
    }
    assertEquals(List.of("hello"), print(HELLO).lines());
  }

  @Test
  void anImageThatOneHostLeftUnfinishedSwallowsWhatTheNextSends() throws Exception {
    try (PrinterHost host = connect()) {
      host.send("1D763000 02000400 00FF", "100404");
      assertEquals("12", host.receive(1));
    }
    assertEquals(List.of("[image]", "lo"), print(HELLO).lines());
  }

  @Test
  void sendsStatusBackByItselfWhenAsked() throws Exception {
    try (PrinterHost host = connect()) {
      host.send("1D61FF");
      assertEquals("10000000", host.receive(4));
      printer.set(Cover.OPEN);
      assertEquals("38000000", host.receive(4));
      printer.set(Cover.CLOSED);
      assertEquals("10000000", host.receive(4));
    }
  }

  @Test
  void answersTheHostsOwnIdWhenAllBeforeItIsDone() throws Exception {
    try (PrinterHost host = connect()) {
      host.send(HELLO, "1D2848 0600 3030 31323334", "1D4943");
      assertEquals("37223132333400", host.receive(7));
      assertEquals("5f53494d554c41544f5200", host.receive(11));
    }
  }

  @Test
  void recordsAnUnknownCommandWithItsPlaceAndGoesOn() throws Exception {
    Slip slip = print("1B40", "1B01", HELLO);
    assertEquals(List.of("hello"), slip.lines());
    assertEquals(List.of("unknown command 1B 01 at byte 2"), printer.status().errors());
  }

  @Test
  void recordsACharacterThatWasBrokenOff() throws Exception {
    print("1C26", "D6", "0A");
    assertTrue(printer.status().errors().getFirst().contains("begun and not ended"));
  }

  @Test
  void letsSoManyBytesThroughAndThenCutsTheLine() throws Exception {
    printer.cutLine(3);
    try (PrinterHost host = connect()) {
      host.send(HELLO, CUT, PROOF);
      assertTrue(host.atEnd());
    }
    assertTrue(printer.status().lineCut());
    assertThrows(ConnectException.class, this::connect);
    printer.mendLine();
    Slip slip = print("'p\n");
    assertEquals(List.of("help"), slip.lines(), "the cut-off job lies before the next");
  }

  @Test
  void theEdgesOfPaperNearItsEndAreRed() throws Exception {
    int white = ImageIO.read(print(HELLO).picture().toFile()).getRGB(12, 60);
    printer.set(Paper.NEAR_END);
    try (PrinterHost host = connect()) {
      assertEquals("03", host.send(HELLO, CUT, PROOF).receive(1));
    }
    printer.awaitSlips();
    Slip slip = printer.latestSlip().orElseThrow();
    int red = ImageIO.read(slip.picture().toFile()).getRGB(12, 60);
    assertEquals(0xFDFCF9, white & 0xFFFFFF);
    assertEquals(0xF2A7AE, red & 0xFFFFFF);
  }

  @Test
  void servesOneHostAfterAnotherAndNumbersTheSlips() throws Exception {
    assertEquals(1, print(HELLO).number());
    assertEquals(2, print(HELLO).number());
    printer.close();
    start();
    assertEquals(3, print(HELLO).number(), "after a restart too");
  }

  @Test
  void saysWhatToDoWhenThePortIsInUse() {
    IOException refused =
        assertThrows(
            IOException.class,
            () ->
                EmulatedPrinter.start(
                    new EmulatedPrinter.Options(printer.port(), 576, folder), () -> {}));
    assertTrue(refused.toString().contains("in use"), refused.toString());
  }

  private PrinterHost connect() throws IOException {
    return new PrinterHost(printer.port());
  }

  private Slip print(String... parts) throws IOException, InterruptedException {
    try (PrinterHost host = connect()) {
      host.send(parts).send(CUT, PROOF);
      assertEquals("00", host.receive(1));
    }
    printer.awaitSlips();
    return printer.latestSlip().orElseThrow();
  }

  private static String qr(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int length = utf8.length + 3;
    return "1D286B04003141 3200 1D286B0300314306 1D286B0300314531"
        + String.format(Locale.ROOT, "1D286B%02X%02X315030", length & 0xFF, length >> 8)
        + HexFormat.of().formatHex(utf8)
        + "1D286B0300315130";
  }
}
