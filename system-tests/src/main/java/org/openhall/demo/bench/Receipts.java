package org.openhall.demo.bench;

import java.util.ArrayList;
import java.util.List;
import org.openhall.demo.hall.HallException;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.ReceiptPrinter.PrintOutcome;

/** A receipt as citizens take it away: laid out, and printed over TCP until the printer says so. */
final class Receipts {

  private static final int WARM = 50;
  private static final int RECEIPTS = 300;

  private static final Receipt RECEIPT =
      new Receipt(
          List.of(
              new Line.Heading("政府信息公开申请回执"),
              new Line.Pair("受理编号", "OH-2026-0000123"),
              new Line.Pair("受理时间", "2026年3月2日 09:41"),
              new Line.Rule(),
              new Line.Text(
                  "您申请公开的“关于城市道路照明设施养护费用的年度决算”已经收到。本机关将在收到申请之日起20个工作日内予以答复;需要延长的,将书面告知您。"),
              new Line.Text("生僻字按图形打印:㐂、𠮷、䶮。"),
              new Line.Rule(),
              new Line.Qr("https://example.invalid/办事指南/查询/OH-2026-0000123"),
              new Line.Feed(2)));

  private final ReceiptPrinter printer;

  Receipts(ReceiptPrinter printer) {
    this.printer = printer;
  }

  List<Figure> measure() throws InterruptedException, HallException {
    List<Double> laidOut = new ArrayList<>();
    List<Double> printed = new ArrayList<>();
    for (int n = 0; n < WARM + RECEIPTS; n++) {
      long began = System.nanoTime();
      int millimetres = printer.millimetres(RECEIPT);
      long asked = System.nanoTime();
      PrintOutcome outcome = DevicesBench.outcome(printer.print(RECEIPT));
      long end = System.nanoTime();
      if (!(outcome instanceof PrintOutcome.Printed) || millimetres == 0) {
        throw new HallException("the receipt was not printed: " + outcome);
      }
      if (n >= WARM) {
        laidOut.add((asked - began) / 1e6);
        printed.add((end - asked) / 1e6);
      }
    }
    Times layout = Times.of(laidOut);
    Times print = Times.of(printed);
    return List.of(
        Figure.of("receipt laid out, p50", layout.median(), "ms"),
        Figure.of("receipt laid out, p99", layout.percentile(99), "ms"),
        Figure.of("receipt asked for to confirmed by printer, p50", print.median(), "ms"),
        Figure.of("receipt asked for to confirmed by printer, p99", print.percentile(99), "ms"));
  }
}
