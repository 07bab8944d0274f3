package org.openhall.device.pcsc;

import java.time.Duration;

/**
 * How patient the provider is; the parameter of {@link
 * javax.smartcardio.TerminalFactory#getInstance(String, Object, java.security.Provider)}, where
 * null stands for {@link #DEFAULT}.
 *
 * @param answerWithin the longest that connecting to a card or one command to it may take, 1 ms or
 *     more; after it the call fails with SCARD_E_TIMEOUT and the connection is given up. Zero: for
 *     ever, as SunPCSC does
 * @param outage how long a call that waits for a card lives through the absence of the resource
 *     manager before it fails
 */
public record PcscOptions(Duration answerWithin, Duration outage) {

  /** No bound for commands, ten seconds for a restart of the resource manager. */
  public static final PcscOptions DEFAULT = new PcscOptions(Duration.ZERO, Duration.ofSeconds(10));

  public PcscOptions {
    if (answerWithin.isNegative() || outage.isNegative()) {
      throw new IllegalArgumentException("a time to wait is not negative");
    }
  }
}
