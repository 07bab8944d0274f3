package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.device.ReceiptPrinter.PrintOutcome;

/** Our receipts, read by programs that we did not write; and our printer, asked by one. */
@Timeout(300)
class ReceiptOnPaperTest {

  private static final String CODE = "https://example.invalid/办事指南/12345";
  private static final String NUMBER = "20260101-0042";

  private static final Receipt RECEIPT =
      new Receipt(
          List.of(
              sign(),
              new Line.Heading("政务公开 回执"),
              new Line.Pair("办理事项", "居民身份证补领"),
              new Line.Rule(),
              new Line.Text("材料：居民身份证（原件）1 份；近期免冠照片 2 张。请于 5 个工作日后凭本回执到 A03 窗口领取。"),
              new Line.Text("生僻字：㐂 𠮷 䶮"),
              new Line.Feed(1),
              new Line.Qr(CODE),
              new Line.Barcode(NUMBER),
              new Line.Rule()));

  @TempDir Path folder;
  private Checkers checkers;

  @BeforeEach
  void find() {
    checkers = Checkers.find();
  }

  @ParameterizedTest
  @CsvSource({
    "80mm-gb18030, 576, gb18030",
    "58mm-gb18030, 384, gb18030",
    "80mm-gbk, 576, gbk",
    "58mm-utf8, 384, utf-8"
  })
  void othersReadTheSameFromOurBytesAndOurPaper(String profile, int dots, String charset)
      throws Exception {
    try (EmulatedPrinter printer = start(dots);
        Tap tap = new Tap(printer.port(), () -> {});
        Driver driver = Driver.onPort(tap.port(), profile)) {
      assertEquals(new PrintOutcome.Printed(), driver.print(RECEIPT));
      printer.awaitSlips();
      Slip slip = printer.latestSlip().orElseThrow();
      assertEquals(List.of(), printer.status().errors());
      assertTrue(slip.lines().contains("[image]"));
      assertTrue(String.join("", slip.lines()).contains("居民身份证补领"), slip.lines().toString());
      assertEquals(
          Checkers.bare(slip.lines()), Checkers.bare(checkers.npos(tap.receipt(), charset)));
      assertEquals(
          List.of("CODE-128:" + NUMBER, "QR-Code:" + CODE), checkers.zbarimg(slip.picture()));
      keep(slip, profile);
    }
  }

  @Test
  void anotherProgramSeesEachStateOfOurPrinter() throws Exception {
    try (EmulatedPrinter printer = start(576)) {
      assertEquals("online", checkers.receiptio(printer.port(), "-q"));
      printer.set(Paper.NEAR_END);
      assertEquals("online", checkers.receiptio(printer.port(), "-q"));
      printer.set(Cover.OPEN);
      assertEquals("coveropen", checkers.receiptio(printer.port(), "-q"));
      printer.set(Cover.CLOSED);
      printer.set(Paper.OUT);
      assertEquals("paperempty", checkers.receiptio(printer.port(), "-q"));
      printer.set(Paper.OK);
      printer.set(Cutter.ERROR);
      assertEquals("error", checkers.receiptio(printer.port(), "-q"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {576, 384})
  void anotherProgramPrintsOnOurPrinter(int dots) throws Exception {
    Path source = Files.writeString(folder.resolve("other.receipt"), "^^回执\n\n办理事项 | 居民身份证补领\n");
    try (EmulatedPrinter printer = start(dots)) {
      String columns = String.valueOf(dots / 12);
      assertEquals(
          "success",
          checkers.receiptio(
              printer.port(), "-p", "escpos", "-l", "zh-hans", "-c", columns, source.toString()));
      printer.awaitSlips();
      List<String> lines = printer.latestSlip().orElseThrow().lines();
      assertTrue(String.join("", lines).contains("居民身份证补领"), lines.toString());
    }
  }

  private EmulatedPrinter start(int dots) throws IOException {
    return EmulatedPrinter.start(new EmulatedPrinter.Options(0, dots, folder), () -> {});
  }

  /** For the eye: pictures stay among what the build makes. */
  private static void keep(Slip slip, String profile) throws IOException {
    Path kept = Files.createDirectories(Path.of("target", "receipts"));
    Files.write(kept.resolve(profile + ".png"), Files.readAllBytes(slip.picture()));
  }

  /** A ring, as a hall's sign. */
  private static Line.Picture sign() {
    BitSet dots = new BitSet();
    for (int y = 0; y < 96; y++) {
      for (int x = 0; x < 96; x++) {
        int square = (x - 48) * (x - 48) + (y - 48) * (y - 48);
        dots.set(y * 96 + x, square < 46 * 46 && square > 34 * 34);
      }
    }
    return new Line.Picture(96, 96, dots);
  }
}
