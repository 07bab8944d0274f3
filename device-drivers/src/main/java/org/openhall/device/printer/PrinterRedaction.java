package org.openhall.device.printer;

import java.util.Arrays;
import org.openhall.device.transport.Redaction;

/**
 * A receipt may tell of a person: of one is kept that it was sent, from its reset to its cut and
 * the question behind it, but nothing of what stands between. Questions and answers tell only of
 * the printer.
 */
final class PrinterRedaction implements Redaction {

  @Override
  public byte[] sent(byte[] bytes) {
    return ReceiptBytes.isReceipt(bytes) ? ReceiptBytes.EMPTY.clone() : bytes.clone();
  }

  @Override
  public byte[] received(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length);
  }
}
