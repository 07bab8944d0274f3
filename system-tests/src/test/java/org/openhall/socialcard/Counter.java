package org.openhall.socialcard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openhall.demo.hall.CardService;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Devices;
import org.openhall.device.Media;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCardReader;
import org.openhall.device.SocialCardReader.ReadOutcome;
import org.openhall.simulator.Simulator;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.UsageException;

/**
 * A terminal's card reader, emulated cards, and a resource manager between them: puts one card
 * after the other in, and says in a line each what came of it. Runs in namespaces of its own.
 */
final class Counter {

  private static final Duration PATIENT = Duration.ofMinutes(2);

  private final Simulator simulator;
  private final SocialCardReader reader;

  private Counter(Simulator simulator, SocialCardReader reader) {
    this.simulator = simulator;
    this.reader = reader;
  }

  /** The folder in which everything is written. */
  public static void main(String[] folder) throws Exception {
    Path data = Path.of(folder[0]);
    try (Simulator simulator = Simulator.start(data, 0, 576)) {
      try (Devices devices = devices("openhall")) {
        new Counter(simulator, devices.socialCardReader().orElseThrow()).day(data);
      }
      try (CardService _ = CardService.start(data.resolve("config"));
          Devices devices = devices("sun")) {
        new Counter(simulator, devices.socialCardReader().orElseThrow()).take("sun", "social-2");
      }
      say("commands", new TreeSet<>(simulator.slot().commands()).toString());
    }
    System.exit(0);
  }

  private static Devices devices(String provider) throws Exception {
    Properties config = new Properties();
    config.setProperty("social-card-reader", "pcsc:Hall 00 00");
    config.setProperty("social-card-reader.provider", provider);
    return Devices.open(config);
  }

  private void day(Path data) throws Exception {
    await("no service", Detail.SERVICE_MISSING);
    say("read without service", outcome(reader.read(Duration.ZERO)));
    try (CardService _ = CardService.start(data.resolve("config"))) {
      await("service", Detail.NONE);
      cards();
      faults();
      leaving();
    }
    await("service gone", Detail.SERVICE_MISSING);
    try (CardService _ = CardService.start(data.resolve("config"))) {
      await("service back", Detail.NONE);
      take("after restart", "social-3");
    }
  }

  private void cards() throws Exception {
    for (String chip :
        new String[] {
          "social-1",
          "social-2",
          "social-3",
          "social-protected",
          "social-locked",
          "other-card",
          "social-mute",
          "social-unreadable",
          "social-garbage",
          "social-slips",
          "social-atr"
        }) {
      take(chip, chip);
    }
  }

  private void faults() throws Exception {
    for (String fault : new String[] {"wrong-status", "truncated", "endless", "mute", "tear"}) {
      perform("slot " + fault);
      take(fault, "social-3");
      perform("slot ok");
      take("after " + fault, "social-1");
    }
  }

  private void leaving() throws Exception {
    perform("lay social-3");
    say("first", outcome(reader.read(PATIENT)));
    say("left in", outcome(reader.read(Duration.ofMillis(1))));
    DeviceCommand<ReadOutcome> next = reader.read(PATIENT);
    remove();
    perform("lay social-1");
    say("next", outcome(next));
    say("tries left", String.valueOf(simulator.slot().triesLeft()));
    remove();
    DeviceCommand<ReadOutcome> unwanted = reader.read(PATIENT);
    unwanted.cancel();
    say("cancelled", outcome(unwanted));
    say("none in time", outcome(reader.read(Duration.ofMillis(1))));
  }

  /** Puts a chip in, reads it, takes it out and waits until the reader has seen that. */
  private void take(String what, String chip) throws Exception {
    perform("lay " + chip);
    say(what, outcome(reader.read(PATIENT)));
    remove();
  }

  private void remove() throws Exception {
    CompletableFuture<Boolean> gone = new CompletableFuture<>();
    perform("take slot");
    try (Device.Subscription _ =
        reader.onEvent(event -> {
          switch (event.what()) {
            case DeviceEvent.Known(var known) when known.media() == Media.ABSENT ->
                gone.complete(true);
            case DeviceEvent.MediaTaken() -> gone.complete(true);
            default -> {
              // still in
            }
          }
        })) {
      gone.get(60, TimeUnit.SECONDS);
    }
  }

  private void perform(String command) throws UsageException {
    if (!simulator.perform(CommandParser.parse(command)).done()) {
      throw new IllegalStateException(command);
    }
  }

  private static String outcome(DeviceCommand<ReadOutcome> command) throws Exception {
    ReadOutcome outcome = command.outcome().toCompletableFuture().get(120, TimeUnit.SECONDS);
    return switch (outcome) {
      case ReadOutcome.CardRead(SocialCard card) -> described(card);
      case ReadOutcome.ReaderUnavailable(var health) -> "unavailable " + health.detail();
      case ReadOutcome.CardUnreadable(String code) -> "unreadable " + settled(code);
      default -> outcome.getClass().getSimpleName();
    };
  }

  /**
   * What is a matter of chance is made one: how soon a card that was torn is seen to be gone, and
   * whether an answer without end meets its bound or its time first.
   */
  private static String settled(String code) {
    return switch (code) {
      case "SCARD_E_NOT_TRANSACTED" -> "SCARD_W_REMOVED_CARD";
      case "SCARD_E_CARD_UNSUPPORTED" -> "SCARD_E_TIMEOUT";
      default -> code;
    };
  }

  private static String described(SocialCard card) {
    try (card) {
      return card.version()
          + " "
          + card.maskedCardNumber()
          + card.identity().map(i -> " " + i.maskedName() + " " + i.maskedNumber()).orElse("");
    }
  }

  private void await(String what, Detail detail) throws Exception {
    CompletableFuture<Detail> reached = new CompletableFuture<>();
    try (Device.Subscription _ =
        reader.onHealth(health -> {
          if (health.detail() == detail) {
            reached.complete(detail);
          }
        })) {
      say(what, reached.get(60, TimeUnit.SECONDS).toString());
    }
  }

  private static void say(String what, String seen) {
    System.out.println("##" + what + ": " + seen);
  }
}
