package org.openhall.kiosk.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;
import org.openhall.device.Devices;
import org.openhall.device.Receipt;
import org.openhall.device.SelfTest;
import org.openhall.kiosk.settings.KioskSettings;

/**
 * The devices of a terminal for a command: the running kiosk is asked, for it owns the ports; where
 * none runs they are opened here.
 */
public final class DeviceCall implements AutoCloseable {
  private final Path data;
  private final Optional<Devices> here;

  private DeviceCall(Path data, Optional<Devices> here) {
    this.data = data;
    this.here = here;
  }

  /**
   * Calls, or opens them and waits until something is known of each.
   *
   * @param data the terminal's data folder
   * @throws IOException if a kiosk runs and may not be asked
   * @throws DeviceConfigurationException if terminal.properties cannot be followed
   */
  public static DeviceCall open(Path data) throws IOException, DeviceConfigurationException {
    Optional<DoorCall> kiosk = DoorCall.connect(data);
    if (kiosk.isPresent()) {
      kiosk.get().close();
      return new DeviceCall(data, Optional.empty());
    }
    Devices devices = Devices.open(KioskSettings.read(data).properties());
    DeviceMain.awaitFirstWord(devices);
    return new DeviceCall(data, Optional.of(devices));
  }

  /** The health of each device by its key. Nothing is printed, read or counted. */
  public Map<String, DeviceHealth> health() throws IOException {
    Map<String, DeviceHealth> health = new TreeMap<>();
    ask(
        new DeviceRequest.Status(""),
        reply -> {
          if (reply instanceof DeviceReply.Status(var devices)) {
            devices.forEach(device -> health.put(device.key(), device.health()));
          }
        });
    return health;
  }

  /**
   * Tests one; returns when the test has ended.
   *
   * @param line gets what it says, in words
   * @return whether it passed
   */
  public boolean test(String key, SelfTest level, Locale locale, Consumer<String> line)
      throws IOException {
    ReplyWords words = new ReplyWords(locale, false);
    return went(new DeviceRequest.Test(key, level), reply -> line.accept(words.of(reply)));
  }

  /** Prints; whether the paper came out. */
  public boolean print(Receipt receipt) throws IOException {
    return went(new DeviceRequest.Print(PlainReceipt.text(receipt)), _ -> {});
  }

  private boolean went(DeviceRequest request, Consumer<DeviceReply> to) throws IOException {
    AtomicBoolean any = new AtomicBoolean();
    AtomicBoolean bad = new AtomicBoolean();
    ask(
        request,
        reply -> {
          any.set(true);
          bad.compareAndSet(false, !reply.good());
          to.accept(reply);
        });
    return any.get() && !bad.get();
  }

  private void ask(DeviceRequest request, Consumer<DeviceReply> to) throws IOException {
    if (here.isPresent()) {
      new Errand(here.get(), () -> false, to).run(request);
      return;
    }
    try (DoorCall call =
        DoorCall.connect(data).orElseThrow(() -> new IOException("the kiosk has ended"))) {
      call.ask(request, to);
    }
  }

  @Override
  public void close() {
    here.ifPresent(Devices::close);
  }
}
