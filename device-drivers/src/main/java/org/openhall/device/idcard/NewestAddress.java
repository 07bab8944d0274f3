package org.openhall.device.idcard;

import java.util.Arrays;
import org.openhall.device.IdentityCard;
import org.openhall.device.transport.DeviceFaultException;

/**
 * The newest address (30 03): police stations write it on the chip when a citizen moves, and leave
 * what is printed. Where none was written, or the module does not know the command, the card's own
 * is the newest. Where the card fails to tell, there is none: an outdated one would be worse.
 */
final class NewestAddress {

  private final SdtModule module;

  NewestAddress(SdtModule module) {
    this.module = module;
  }

  /**
   * Adds it to the card, which is selected; a card whose line is lost meanwhile is erased.
   *
   * @param text the card's text block
   */
  void addTo(IdentityCard card, byte[] text) throws DeviceFaultException {
    boolean kept = false;
    try (SdtReply reply = module.ask(SdtCommand.READ_NEWEST_ADDRESS)) {
      card.add(
          switch (reply.meaning()) {
            case DONE -> written(reply, text);
            case NO_CONTENT, REFUSED -> TextBlock.address(text);
            default -> new char[0];
          });
      kept = true;
    } catch (GarbledAnswerException e) {
      kept = true;
    } finally {
      if (!kept) {
        card.close();
      }
    }
  }

  /** A blank one was never written; one of another length is none. */
  private static char[] written(SdtReply reply, byte[] text) {
    if (reply.dataLength() != TextBlock.ADDRESS_LENGTH) {
      return new char[0];
    }
    byte[] data = reply.data(0, TextBlock.ADDRESS_LENGTH);
    try {
      char[] newest = TextBlock.newestAddress(data);
      return newest.length > 0 ? newest : TextBlock.address(text);
    } finally {
      Arrays.fill(data, (byte) 0);
    }
  }
}
