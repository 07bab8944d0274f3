package org.openhall.kiosk.screen.receipt;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text that a QR code carries, so that a page can be taken away without a network. A receipt
 * takes at most 1,200 bytes of UTF-8.
 *
 * @param text what the code carries
 * @param omitted how many items at the end found no room
 */
record QrText(String text, int omitted) {
  static final int MOST_BYTES = 1_200;

  /** Says, in the code itself, that items were left out. */
  @FunctionalInterface
  interface Remainder {
    String sentence(int omitted);
  }

  /** As many whole items as fit under the head; never a part of one. */
  static QrText of(String head, List<String> items, Remainder remainder) {
    for (int kept = items.size(); kept >= 0; kept--) {
      String text = joined(head, items.subList(0, kept), items.size() - kept, remainder);
      if (text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
        return new QrText(text, items.size() - kept);
      }
    }
    return new QrText(remainder.sentence(items.size()), items.size());
  }

  private static String joined(String head, List<String> items, int omitted, Remainder remainder) {
    StringBuilder text = new StringBuilder(head);
    items.forEach(item -> text.append('\n').append(item));
    if (omitted > 0) {
      text.append('\n').append(remainder.sentence(omitted));
    }
    return text.toString();
  }
}
