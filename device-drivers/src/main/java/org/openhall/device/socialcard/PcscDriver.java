package org.openhall.device.socialcard;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.SocialCardReader;
import org.openhall.device.pcsc.PcscOptions;
import org.openhall.device.pcsc.PcscProvider;
import org.openhall.device.transport.Backoff;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceThread.Timing;

/**
 * Drives readers of social-security cards behind PC/SC: {@code pcsc:} for the first reader that
 * there is, {@code pcsc:PART} for the first whose name has that part. Option {@code provider}:
 * {@code openhall}, or {@code sun} for that of the JDK.
 */
public final class PcscDriver implements DeviceDriver {

  /** Often, so that a card that was taken, or a reader that came, is soon known. */
  private static final Duration CHECK_EVERY = Duration.ofMillis(500);

  /**
   * Whether the resource manager is back is asked of a socket on this machine, which costs nothing.
   */
  private static final Timing TIMING =
      new Timing(
          CHECK_EVERY,
          Backoff.doubling(CHECK_EVERY, Duration.ofSeconds(1)),
          InstantSource.system());

  private static final String PROVIDER = "provider";

  /** A card that says nothing for so long is mute; those that work answer within a second. */
  private static final PcscOptions PATIENCE =
      new PcscOptions(Duration.ofSeconds(5), Duration.ofSeconds(1));

  /** For the service loader. */
  public PcscDriver() {}

  @Override
  public String scheme() {
    return "pcsc";
  }

  @Override
  public Class<? extends Device> kind() {
    return SocialCardReader.class;
  }

  @Override
  public void check(DeviceSettings settings) throws DeviceConfigurationException {
    factory(settings);
  }

  @Override
  public Device open(DeviceSettings settings) throws DeviceConfigurationException {
    return PcscCardReader.start(settings.key(), factory(settings), settings.address(), TIMING);
  }

  private static PcscCardReader.Factory factory(DeviceSettings settings)
      throws DeviceConfigurationException {
    settings.requireOnly(Set.of(PROVIDER));
    return switch (settings.option(PROVIDER, "openhall")) {
      case "openhall" -> () -> terminals(new PcscProvider(), PATIENCE);
      case "sun" -> () -> terminals(Security.getProvider("SunPCSC"), null);
      default -> throw settings.badOption(PROVIDER, "is no provider; write openhall or sun");
    };
  }

  private static CardTerminals terminals(Provider provider, @Nullable PcscOptions options)
      throws DeviceFaultException {
    try {
      return TerminalFactory.getInstance("PC/SC", options, provider).terminals();
    } catch (NoSuchAlgorithmException e) {
      throw new DeviceFaultException(
          Detail.SERVICE_MISSING, "PC/SC: " + e.getMessage(), "SCARD_E_NO_SERVICE", e);
    }
  }
}
