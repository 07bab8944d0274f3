package org.openhall.kiosk.screen.takeaway;

import java.util.ArrayList;
import java.util.List;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.kiosk.screen.receipt.ReceiptText;
import org.openhall.kiosk.shell.Messages;

/**
 * A page on paper: whole where six codes would hold it, about 40 centimetres; of a longer one what
 * stands for it. Then a code: of the text where one holds it, else of the original's address, else
 * the first of those that the screen shows.
 */
final class PageReceipt {
  private final Messages words;
  private final ReceiptText texts;

  PageReceipt(Messages words, ReceiptText texts) {
    this.words = words;
    this.texts = texts;
  }

  Receipt of(TakeawayModel model) {
    TakenPage page = model.page();
    return page.receipt() != null
        ? page.receipt()
        : texts.page(page.title(), lines(page, model.codes()), page.source().release());
  }

  private List<Line> lines(TakenPage page, TextCodes codes) {
    List<Line> lines = new ArrayList<>();
    page.facts().forEach(fact -> lines.add(new Line.Text(fact)));
    if (!page.facts().isEmpty()) {
      lines.add(new Line.Rule());
    }
    if (codes.extent() != TextCodes.Extent.WHOLE) {
      lines.add(new Line.Text(words.text("takeaway.paper." + codes.extent())));
    }
    body(page, codes).forEach(text -> lines.add(new Line.Text(text)));
    addCode(lines, page, codes);
    return lines;
  }

  private static List<String> body(TakenPage page, TextCodes codes) {
    return codes.carried().lines().skip(page.facts().size()).toList();
  }

  private void addCode(List<Line> lines, TakenPage page, TextCodes codes) {
    String url = page.source().url();
    if (codes.texts().size() == 1) {
      lines.add(new Line.Qr(codes.texts().getFirst()));
      lines.add(new Line.Text(words.text("takeaway.paper.code")));
    } else if (url != null && !url.isEmpty() && url.length() < Receipt.MOST_QR_BYTES / 3) {
      lines.add(new Line.Qr(url));
      lines.add(new Line.Text(words.text("takeaway.paper.link")));
    } else {
      lines.add(new Line.Qr(codes.texts().getFirst()));
      lines.add(new Line.Text(words.text("takeaway.paper.first", codes.texts().size())));
    }
  }
}
