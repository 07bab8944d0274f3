package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;

class AnswerShapeTest {

  private static final int ROUNDS = 200_000;

  private static byte[] whole() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (IppOutputStream out = new IppOutputStream(bytes)) {
      out.write(
          IppPacket.response(Status.successfulOk)
              .putPrinterAttributes(
                  Types.printerState.of(PrinterState.idle),
                  Types.printerStateReasons.of("media-low", "toner-low"),
                  Types.printerMakeAndModel.of("明厅"),
                  Types.documentFormatSupported.of("application/pdf"))
              .build());
    }
    return bytes.toByteArray();
  }

  @Test
  void aWholeAnswerIsLetThrough() throws IOException {
    AnswerShape.require(whole());
  }

  @Test
  void whatAPrinterSaysMovesNoCursorOfATechnician() {
    assertEquals("[31m明厅 X1", Answers.plain("\u001b[31m明厅\u0007 X1\n"));
    assertEquals(100, Answers.plain("x".repeat(5_000)).length());
  }

  @Test
  void everyCutOneIsNot() throws IOException {
    byte[] whole = whole();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      var e = assertThrows(DeviceFaultException.class, () -> AnswerShape.require(cut));
      assertEquals(Detail.BAD_ANSWER, e.detail());
    }
  }

  /** RFC 8010 §3.5.1: 00 is reserved. */
  @Test
  void aTagThatIsNoneIsNotTakenForAValue() {
    byte[] none = {1, 1, 0, 0, 0, 0, 0, 1, 4, 0, (byte) 0x80, 0, 3};
    assertThrows(DeviceFaultException.class, () -> AnswerShape.require(none));
  }

  @Test
  void collectionsWithinCollectionsWithoutEndAreNot() {
    ByteArrayOutputStream deep = new ByteArrayOutputStream();
    deep.writeBytes(new byte[] {1, 1, 0, 0, 0, 0, 0, 1, 4, 0x34, 0, 1, 'a', 0, 0});
    for (int i = 0; i < 20_000; i++) {
      deep.writeBytes(new byte[] {0x4a, 0, 0, 0, 1, 'm', 0x34, 0, 0, 0, 0});
    }
    deep.write(3);
    assertThrows(DeviceFaultException.class, () -> AnswerShape.require(deep.toByteArray()));
  }

  /** Without the look at its shape, the library fails unchecked on one answer in twenty. */
  @Test
  void whateverIsLetThroughIsReadOrRefusedByTheLibrary() throws IOException {
    byte[] whole = whole();
    Random random = new Random(42);
    int through = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = whole.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      through += readOrRefused(bytes);
    }
    assertTrue(through > ROUNDS / 10, through + " of " + ROUNDS);
  }

  private static int readOrRefused(byte[] bytes) {
    try {
      AnswerShape.require(bytes);
      try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(bytes))) {
        Offer offer = new Offer(in.readPacket());
        var _ = offer.condition();
        var _ = offer.formats();
        var _ = offer.model();
        var _ = JobView.of(offer.said(), "name");
        return 1;
      }
    } catch (IOException refused) {
      return 0;
    }
  }
}
