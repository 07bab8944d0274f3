package org.openhall.kiosk.screen.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrTextTest {

  @Test
  void carriesEverythingThatFits() {
    QrText code = QrText.of("事项", List.of("1. 甲", "2. 乙"), n -> "另有 " + n);

    assertEquals(new QrText("事项\n1. 甲\n2. 乙", 0), code);
  }

  @Test
  void leavesOutWholeItemsAndSaysHowMany() {
    List<String> items = Collections.nCopies(10, "材".repeat(100));

    QrText code = QrText.of("事项", items, n -> "另有 " + n + " 项");

    assertEquals(7, code.omitted());
    assertTrue(code.text().endsWith("材\n另有 7 项"));
    assertTrue(bytes(code) <= QrText.MOST_BYTES);
  }

  @Test
  void neverGoesBeyondTheLimitWhateverTheItems() {
    for (int length = 0; length < 600; length += 7) {
      List<String> items = Collections.nCopies(5, "字".repeat(length));
      QrText code = QrText.of("头".repeat(length), items, n -> "另有 " + n);
      assertTrue(bytes(code) <= QrText.MOST_BYTES, "with items of " + length);
    }
  }

  private static int bytes(QrText code) {
    return code.text().getBytes(StandardCharsets.UTF_8).length;
  }
}
