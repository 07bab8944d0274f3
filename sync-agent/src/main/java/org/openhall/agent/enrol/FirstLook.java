package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openhall.agent.text.Sentence;
import org.openhall.link.message.EnrolmentCheck.Item;
import org.openhall.link.message.EnrolmentCheck.State;
import org.openhall.repository.client.HttpRoute;

/**
 * What is looked at before a terminal joins: the disk, the network, and once the office is known
 * the line to it and the clock by its clock. Nothing is told to anybody, and nothing believed.
 */
public final class FirstLook {
  private static final long MEBI = 1L << 20;

  /** For content, its next version, attachments and what has to wait for a line. */
  private static final long LEAST_MEBI = 1024;

  private final Path data;
  private final HttpRoute route;
  private final Clock clock;

  public FirstLook(Path data, HttpRoute route, Clock clock) {
    this.data = data;
    this.route = route;
    this.clock = clock;
  }

  /** One thing, in words with the next step. */
  public record Found(Item item, State state, Sentence words) {}

  /**
   * All of it.
   *
   * @param trouble what keeps the terminal from joining that office
   */
  public record Report(List<Found> found, Optional<EnrolOutcome> trouble) {
    public Report {
      found = List.copyOf(found);
    }
  }

  /** Looks; without an office, at this machine alone. */
  public Report look(Optional<URI> office) throws IOException {
    Found disk = disk();
    Found network = network();
    if (office.isEmpty()) {
      return new Report(
          List.of(disk, network, open(Item.LINE), open(Item.CLOCK)), Optional.empty());
    }
    URI address = office.get();
    Optional<EnrolOutcome> trouble = new OfficeDoor(address, route, clock).trouble();
    Found line =
        trouble.isPresent() && !(trouble.get() instanceof EnrolOutcome.WrongClock)
            ? new Found(Item.LINE, State.WRONG, trouble.get().words())
            : new Found(Item.LINE, State.WELL, Sentence.of("look.line.well", address));
    return new Report(List.of(disk, network, line, clock(trouble)), trouble);
  }

  private Found clock(Optional<EnrolOutcome> trouble) {
    if (trouble.isEmpty()) {
      String now = ClockWords.time(clock.instant());
      return new Found(Item.CLOCK, State.WELL, Sentence.of("look.clock.well", now));
    }
    return trouble.get() instanceof EnrolOutcome.WrongClock(Sentence words)
        ? new Found(Item.CLOCK, State.WRONG, words)
        : open(Item.CLOCK);
  }

  private static Found open(Item item) {
    return new Found(
        item, State.OPEN, Sentence.of(item == Item.LINE ? "look.line.open" : "look.clock.open"));
  }

  private Found disk() throws IOException {
    long free = Files.getFileStore(Files.createDirectories(data)).getUsableSpace() / MEBI;
    boolean isEnough = free >= LEAST_MEBI;
    return new Found(
        Item.DISK,
        isEnough ? State.WELL : State.WRONG,
        Sentence.of(isEnough ? "look.disk.well" : "look.disk.wrong", free, LEAST_MEBI));
  }

  private static Found network() throws SocketException {
    Optional<String> own =
        NetworkInterface.networkInterfaces()
            .filter(FirstLook::isUp)
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLinkLocalAddress())
            .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
            .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
            .findFirst();
    return own.map(at -> new Found(Item.NETWORK, State.WELL, Sentence.of("look.network.well", at)))
        .orElseGet(() -> new Found(Item.NETWORK, State.WRONG, Sentence.of("look.network.wrong")));
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback();
    } catch (SocketException e) {
      return false; // it was taken away just now
    }
  }
}
