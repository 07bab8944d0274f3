package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.device.ReceiptPrinter.PrintOutcome;

/** What goes wrong with a printer before and within a receipt: each its own outcome. */
@Timeout(300)
class PrinterFaultTest {

  private static final String MARK = "回执42";
  private static final String VOID = "以上未打完，作废。";
  private static final Receipt RECEIPT = new Receipt(List.of(new Line.Text(MARK)));

  @TempDir Path folder;

  @SuppressWarnings("ImmutableEnumChecker") // the steps are functions without state
  enum Trouble {
    PAPER_OUT(printer -> printer.set(Paper.OUT), printer -> printer.set(Paper.OK)),
    COVER_OPEN(printer -> printer.set(Cover.OPEN), printer -> printer.set(Cover.CLOSED)),
    CUTTER_ERROR(printer -> printer.set(Cutter.ERROR), printer -> printer.set(Cutter.OK)),
    OFFLINE(printer -> printer.set(Switch.OFFLINE), printer -> printer.set(Switch.ONLINE));

    private final Consumer<EmulatedPrinter> happens;
    private final Consumer<EmulatedPrinter> mended;

    Trouble(Consumer<EmulatedPrinter> happens, Consumer<EmulatedPrinter> mended) {
      this.happens = happens;
      this.mended = mended;
    }

    Detail detail() {
      return Detail.valueOf(name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeAReceiptNothingIsPrinted(Trouble trouble) throws Exception {
    try (EmulatedPrinter printer = start();
        Driver driver = Driver.onPort(printer.port(), "58mm-gb18030")) {
      trouble.happens.accept(printer);
      assertEquals(new PrintOutcome.NotPrinted(trouble.detail()), driver.print(RECEIPT));
      trouble.mended.accept(printer);
      assertEquals(new PrintOutcome.Printed(), driver.print(RECEIPT));
      printer.awaitSlips();
      assertEquals(1, printer.latestSlip().orElseThrow().number());
    }
  }

  @ParameterizedTest
  @EnumSource
  void withinAReceiptItIsUnknownAndWhatWasHeldNeverComesOut(Trouble trouble) throws Exception {
    assertTrue(questionsWithin(trouble, "58mm-gb18030") >= 4, "asked by DLE EOT 1 to 4");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAPER_OUT", "COVER_OPEN"})
  void aPrinterThatCannotForgetPrintsItOnceAndApart(Trouble trouble) throws Exception {
    try (EmulatedPrinter printer = start();
        Tap tap = new Tap(printer.port(), () -> trouble.happens.accept(printer)).deafToForget();
        Driver driver = Driver.onPort(tap.port(), "58mm-gb18030")) {
      assertEquals(new PrintOutcome.Unknown(trouble.detail()), driver.print(RECEIPT));
      tap.quiet();
      trouble.mended.accept(printer);
      driver.awaitReady();
      assertEquals(new PrintOutcome.Printed(), driver.print(RECEIPT));
      printer.awaitSlips();
      assertEquals(List.of(MARK, VOID, MARK), List.of(line(1, 0), line(2, 1), line(3, 0)));
      assertEquals(3, printer.latestSlip().orElseThrow().number());
    }
  }

  @ParameterizedTest
  @EnumSource
  void automaticStatusTellsWithoutAQuestion(Trouble trouble) throws Exception {
    Path profile = folder.resolve("automatic.properties");
    Files.writeString(
        profile,
        """
        columns=32
        dots=384
        charset=GB18030
        font=GB18030
        kanji-mode=yes
        cutter=yes
        near-end-sensor=yes
        automatic-status=yes
        """);
    assertEquals(0, questionsWithin(trouble, profile.toString()));
  }

  @Test
  void dotsThatReadLikeACommandToForgetForgetNothing() throws Exception {
    BitSet dots = BitSet.valueOf(reversed(HexFormat.of().parseHex("10140801031401060208")));
    Receipt receipt = new Receipt(List.of(new Line.Text(MARK), new Line.Picture(80, 1, dots)));
    try (EmulatedPrinter printer = start();
        Driver driver = Driver.onPort(printer.port(), "58mm-gb18030")) {
      assertEquals(new PrintOutcome.Printed(), driver.print(receipt));
      printer.awaitSlips();
      assertEquals(List.of(MARK, "[image]"), printer.latestSlip().orElseThrow().lines());
    }
  }

  /** A set of bits begins with the lowest of a byte, a row of dots with the highest. */
  private static byte[] reversed(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
    }
    return bytes;
  }

  /** How often the driver asks in real time between a receipt's beginning and its outcome. */
  private int questionsWithin(Trouble trouble, String profile) throws Exception {
    try (EmulatedPrinter printer = start();
        Tap tap = new Tap(printer.port(), () -> trouble.happens.accept(printer));
        Driver driver = Driver.onPort(tap.port(), profile)) {
      assertEquals(new PrintOutcome.Unknown(trouble.detail()), driver.print(RECEIPT));
      int questions = tap.questionsSinceReceipt();
      tap.quiet();
      trouble.mended.accept(printer);
      driver.awaitReady();
      assertEquals(new PrintOutcome.Printed(), driver.print(RECEIPT));
      printer.awaitSlips();
      assertEquals(List.of(VOID, MARK), List.of(line(1, 1), line(2, 0)));
      assertEquals(2, printer.latestSlip().orElseThrow().number());
      return questions;
    }
  }

  private String line(int slip, int at) throws Exception {
    return Files.readAllLines(folder.resolve("00" + slip + ".txt")).get(at);
  }

  private EmulatedPrinter start() throws Exception {
    return EmulatedPrinter.start(new EmulatedPrinter.Options(0, 384, folder), () -> {});
  }
}
