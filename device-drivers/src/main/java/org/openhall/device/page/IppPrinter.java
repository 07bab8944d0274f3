package org.openhall.device.page;

import java.time.Duration;
import java.util.Set;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PageDocument;
import org.openhall.device.PagePrinter;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.DeviceThread.Check;
import org.openhall.device.transport.DeviceThread.Driven;
import org.openhall.device.transport.DeviceThread.Timing;
import org.openhall.device.transport.Recorder;
import org.openhall.device.transport.ThreadedDevice;

/** An A4 printer that speaks IPP. */
final class IppPrinter extends ThreadedDevice<IppLink> implements PagePrinter {

  private static final Duration CHECK_EVERY = Duration.ofSeconds(5);
  private static final String SIDES = "sides";
  private static final Capabilities PROFILE = Capabilities.of(KIND);

  private final boolean twoSided;
  private final PageJob.Patience patience;

  private IppPrinter(DeviceThread<IppLink> thread, boolean twoSided, PageJob.Patience patience) {
    super(thread);
    this.twoSided = twoSided;
    this.patience = patience;
  }

  static IppPrinter start(DeviceSettings settings) throws DeviceConfigurationException {
    return start(settings, PageJob.Patience.USUAL, Timing.checkingEvery(CHECK_EVERY));
  }

  /** Reads the settings and asks nobody. */
  static void check(DeviceSettings settings) throws DeviceConfigurationException {
    settings.requireOnly(Set.of(SIDES, IppAddress.CERTIFICATE));
    IppAddress.of(settings);
    twoSided(settings);
  }

  private static boolean twoSided(DeviceSettings settings) throws DeviceConfigurationException {
    return switch (settings.option(SIDES, "one-sided")) {
      case "one-sided" -> false;
      case "two-sided" -> true;
      default -> throw settings.badOption(SIDES, "is neither one-sided nor two-sided");
    };
  }

  /** A printer, driven from now on. */
  static IppPrinter start(DeviceSettings settings, PageJob.Patience patience, Timing timing)
      throws DeviceConfigurationException {
    check(settings);
    IppAddress address = IppAddress.of(settings);
    boolean twoSided = twoSided(settings);
    Recorder trace = Recorder.ofLengths();
    Driven<IppLink> driven =
        new Driven<>(
            settings.key(), PROFILE, () -> new IppLink(address, trace), new Looking(), trace);
    return new IppPrinter(DeviceThread.start(driven, timing), twoSided, patience);
  }

  @Override
  public DeviceCommand<PageOutcome> print(PageDocument document) {
    return submit(new PageJob(document, twoSided, patience));
  }

  @Override
  protected DeviceJob<IppLink, SelfTestOutcome> test(SelfTest level) {
    return PageSelfTest.job(level, twoSided, patience);
  }

  /** Asks the printer how it is, and what it is. */
  private static final class Looking implements Check<IppLink> {

    @Override
    public Condition look(IppLink link) throws DeviceFaultException {
      return Offer.of(link).condition();
    }

    @Override
    public Capabilities probe(IppLink link, Capabilities profile) throws DeviceFaultException {
      return Offer.of(link).capabilities(profile);
    }
  }
}
