package org.openhall.kiosk.desk;

import org.openhall.device.DeviceHealth.Detail;

/** Whether a file can be printed now; where not, why. */
public sealed interface PageOffer {

  /** It can. */
  record Ready() implements PageOffer {}

  /** It has more pages than are printed at once. */
  record TooLong(int most) implements PageOffer {}

  /** It has more bytes than are printed. */
  record TooLarge() implements PageOffer {}

  /** The printer cannot be used. */
  record Unusable(Detail reason) implements PageOffer {}

  /** Another file is being printed. */
  record Busy() implements PageOffer {}
}
