package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/** A printer that never stops sending holds nobody up. */
class BabblingPrinterTest {

  private static final byte IN_TURN = 0x00;

  @Test
  void clearingEnds() {
    Dialogue dialogue = dialogue(new Babble(new byte[] {IN_TURN}, true));
    assertEquals(Detail.BAD_ANSWER, fault(dialogue::clear));
  }

  @Test
  void waitingForSilenceEnds() {
    Dialogue dialogue = dialogue(new Babble(new byte[] {IN_TURN}, false));
    assertEquals(Detail.BAD_ANSWER, fault(dialogue::part));
  }

  @FunctionalInterface
  private interface Step {
    void take() throws DeviceFaultException;
  }

  private static Detail fault(Step step) {
    return assertThrows(DeviceFaultException.class, step::take).detail();
  }

  private static Dialogue dialogue(Line line) {
    return new Dialogue(
        line,
        new PrintJob.Means(
            Profile.builtIn("80mm-gb18030"),
            new RasterFonts(List.of()),
            Dialogue.Patience.USUAL,
            new Doubt(true)));
  }

  /** Gives the same bytes again and again, up to a million times. */
  private static final class Babble implements Line {
    private final byte[] bytes;
    private final boolean atOnce;
    private int reads;

    Babble(byte[] bytes, boolean atOnce) {
      this.bytes = bytes;
      this.atOnce = atOnce;
    }

    @Override
    public int read(byte[] buffer, int offset, Duration timeout) {
      if (++reads > 1_000_000) {
        throw new AssertionError("reads without an end");
      }
      if (timeout.isZero() && !atOnce) {
        return 0;
      }
      System.arraycopy(bytes, 0, buffer, offset, bytes.length);
      return bytes.length;
    }

    @Override
    public void write(byte[] question) {}

    @Override
    public void wake() {}

    @Override
    public void close() {}
  }
}
