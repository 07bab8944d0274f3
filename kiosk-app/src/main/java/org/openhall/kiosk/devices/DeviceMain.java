package org.openhall.kiosk.devices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openhall.device.CounterFile;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Devices;
import org.openhall.kiosk.devices.DeviceOptions.BadCallException;
import org.openhall.kiosk.settings.KioskSettings;

/** The command {@code device}: {@code --help} says what it can do. */
public final class DeviceMain {
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  /** How long devices that are opened here may take until something is known of them. */
  private static final long FIRST_WORD_MILLIS = 5_000;

  private DeviceMain() {}

  /** Exit status: 0 well, 1 not, 2 not understood. */
  public static void main(String[] arguments) {
    // What drivers tell a kiosk's journal is no part of an answer.
    Logger.getLogger("").setLevel(Level.WARNING);
    int status = perform(List.of(arguments), System.out::println, System.err::println);
    System.out.flush();
    System.exit(status);
  }

  /**
   * The same without an end of the program.
   *
   * @param out gets lines of answers
   * @param err gets what is wrong with the call
   */
  public static int perform(List<String> arguments, Consumer<String> out, Consumer<String> err) {
    try {
      DeviceOptions options = DeviceOptions.parse(arguments);
      if (options.help()) {
        out.accept(DeviceOptions.USAGE);
        return 0;
      }
      if (options.command().equals("settings")) {
        List<String> wrong = KioskSettings.read(options.data()).wrongValues();
        wrong.forEach(err);
        return wrong.isEmpty() ? 0 : FAILED;
      }
      return run(options, out) ? 0 : FAILED;
    } catch (BadCallException e) {
      err.accept("device: " + e.getMessage());
      return NOT_UNDERSTOOD;
    } catch (IOException | DeviceConfigurationException e) {
      err.accept("device: " + e.getMessage());
      return FAILED;
    }
  }

  private static boolean run(DeviceOptions options, Consumer<String> out)
      throws BadCallException, IOException, DeviceConfigurationException {
    Answers answers = new Answers(options, out);
    if (options.command().equals("replay")) {
      answers.accept(Playback.play(options.file()));
      return answers.good();
    }
    DeviceRequest request = options.request();
    Optional<DoorCall> kiosk = DoorCall.connect(options.data());
    if (kiosk.isPresent()) {
      try (DoorCall call = kiosk.get()) {
        call.ask(request, answers);
      }
    } else {
      openHere(options.data(), request, answers);
    }
    answers.finish();
    return answers.good();
  }

  private static void openHere(Path data, DeviceRequest request, Answers answers)
      throws IOException, DeviceConfigurationException {
    Properties properties = KioskSettings.read(data).properties();
    Path counters = Files.createDirectories(data.resolve("status")).resolve("counters.properties");
    try (Devices devices = Devices.open(properties, new CounterFile(counters))) {
      awaitFirstWord(devices);
      Errand errand = new Errand(devices, () -> false, answers);
      errand.run(request);
    }
  }

  static void awaitFirstWord(Devices devices) {
    long end = System.nanoTime() + FIRST_WORD_MILLIS * 1_000_000;
    for (var device : devices.all().values()) {
      var known = new CountDownLatch(1);
      try (var _ =
          device.onHealth(health -> {
            if (health.state() != State.STARTING) {
              known.countDown();
            }
          })) {
        var _ = known.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Says each reply, and remembers whether all was well. */
  private static final class Answers implements Consumer<DeviceReply> {
    private final DeviceOptions options;
    private final Consumer<String> out;
    private final ReplyWords words;
    private Optional<DeviceReply.Traced> traced = Optional.empty();
    private boolean good = true;
    private boolean any;

    Answers(DeviceOptions options, Consumer<String> out) {
      this.options = options;
      this.out = out;
      words = new ReplyWords(options.locale(), options.command().equals("list"));
    }

    @Override
    public synchronized void accept(DeviceReply reply) {
      any = true;
      good &= reply.good();
      if (reply instanceof DeviceReply.Traced trace) {
        traced = Optional.of(trace);
      } else {
        out.accept(
            options.json() ? new String(reply.toJson(), StandardCharsets.UTF_8) : words.of(reply));
      }
    }

    /** Writes the trace, if one was asked for. */
    synchronized void finish() throws IOException, BadCallException {
      if (traced.isPresent()) {
        Path file = options.file();
        Files.writeString(file, traced.get().text());
        long lines = traced.get().text().lines().count() - 1;
        out.accept(
            options.json()
                ? new String(
                    Message.write("recorded", new Written(file.toString(), lines)),
                    StandardCharsets.UTF_8)
                : words.recorded(file, lines));
      }
    }

    synchronized boolean good() {
      return any && good;
    }
  }

  /** Where a trace was written. */
  record Written(String file, long entries) {}
}
