package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.HallFolder;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./openhall bench NAME}. */
public final class Bench {

  private static final String HELP =
      """
      ./openhall bench NAME [--content DIR] [--json] [--data DIR]

        skeleton   import, publish, first sync, cold start, memory, search, publish to visible
        search     how well citizens' questions are answered, and the time of every class of query:
                   over the records, and over 1,000,000 invented titles without and with abstracts;
                   --part records|titles|abstracts for one of them
        kiosk      first frame, touch to picture, scrolling, memory after minutes of random touches;
                   --part start|clicks|scrolling|memory for one of them, --minutes N (10) of touches
        reading    the longest text: press to first page, and how evenly it is dragged and flung
        sync       bytes, time and memory of an update of 1 %, and from 30 releases behind, over the real
                   records and generated ones, beside rsync and zsync; late frames while it is applied; searches
                   after as many deltas; --records N (65000) of them, above 100,000 with abstracts
                   for bodies, without the 30 releases, rsync and zsync
        push       emergency notice to the words on the screen, by the office's push
        fleet      many terminals at once, over mutual TLS on this machine: connecting, a notice on
                   all of them, a release verified by all, by the office and by nginx;
                   --terminals N (1000; up to 10000 with the permitted number of open files)
        office     import, lint, release, pages with 50 people at work, heartbeats, on SQLite and PostgreSQL;
                   --records N (36000), --part sqlite|postgresql, --short for less time at the pages
        devices    card to data, receipt to confirmed, pcscd killed, what 10,000 cards leave behind;
                   --part resident|receipt|social for one of them
        typing     time from a key to candidates, how often the meant word comes first

        --content DIR   real records; without it, ../shared/data beside the checkout if it is there,
                        else the authored sample alone
        --json          one JSON object {"figures":[…]} as the last line
      """;

  private static final int MINUTES = 10;
  private static final int RECORDS = 65_000;
  private static final int OFFICE_RECORDS = 36_000;
  private static final int TERMINALS = 1_000;

  private Bench() {}

  /** Exit status: 0 measured (met or not), 1 something failed, 2 the words make no sense. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(args));
    boolean json = words.remove("--json");
    Path data = Path.of(option(words, "--data").orElse(".openhall/bench"));
    Optional<Path> content = option(words, "--content").map(Path::of).or(Bench::besideTheCheckout);
    KioskBench.Wish wish =
        new KioskBench.Wish(
            option(words, "--part"),
            option(words, "--minutes").map(Integer::parseInt).orElse(MINUTES));
    int terminals = option(words, "--terminals").map(Integer::parseInt).orElse(TERMINALS);
    boolean isShort = words.remove("--short");
    int records =
        option(words, "--records")
            .map(Integer::parseInt)
            .orElse(words.contains("office") ? OFFICE_RECORDS : RECORDS);
    Optional<Measurement> measurement =
        words.size() == 1
            ? named(words.getFirst(), wish, new Size(records, terminals, isShort))
            : Optional.empty();
    if (measurement.isEmpty()) {
      System.out.print(HELP);
      System.exit(words.isEmpty() || words.contains("--help") ? 0 : 2);
    }
    System.exit(run(measurement.orElseThrow(), data, content, json));
  }

  /** How large it is to be. */
  private record Size(int records, int terminals, boolean isShort) {}

  /** What a name stands for. */
  private interface Measurement {
    List<Figure> of(Hall hall, Optional<Path> content)
        throws IOException, InterruptedException, HallException;
  }

  private static Optional<Measurement> named(String name, KioskBench.Wish wish, Size size) {
    return switch (name) {
      case "skeleton" -> Optional.of((hall, content) -> new SkeletonBench(hall, content).measure());
      case "search" ->
          Optional.of((hall, content) -> new SearchBench(hall, content, wish.part()).measure());
      case "kiosk" -> Optional.of((hall, content) -> new KioskBench(hall, content, wish).measure());
      case "reading" -> Optional.of((hall, content) -> new ReadingBench(hall, content).measure());
      case "sync" ->
          Optional.of((hall, content) -> new SyncBench(hall, content, size.records()).measure());
      case "push" -> Optional.of((hall, _) -> new PushBench(hall).measure());
      case "fleet" -> Optional.of((hall, _) -> new FleetBench(hall, size.terminals()).measure());
      case "office" ->
          Optional.of((hall, _) ->
              new OfficeBench(hall, wish.part(), size.records(), size.isShort()).measure());
      case "devices" -> Optional.of((hall, _) -> new DevicesBench(hall, wish.part()).measure());
      case "typing" -> Optional.of((hall, content) -> new TypingBench(hall, content).measure());
      default -> Optional.empty();
    };
  }

  private static int run(Measurement measurement, Path data, Optional<Path> content, boolean json)
      throws IOException, InterruptedException {
    System.out.println(
        "Records: "
            + content.map(Path::toString).orElse("the authored sample (no real data found)"));
    try (Hall hall = new Hall(data)) {
      HallFolder.renew(data);
      List<Figure> figures = measurement.of(hall, content);
      figures.forEach(figure -> System.out.println(figure.row()));
      if (json) {
        System.out.println(JsonMapper.shared().writeValueAsString(Map.of("figures", figures)));
      }
      return 0;
    } catch (HallException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static Optional<Path> besideTheCheckout() {
    Path home = Path.of(System.getProperty("openhall.home", ".")).toAbsolutePath().normalize();
    return Optional.of(home.resolveSibling("shared").resolve("data")).filter(Files::isDirectory);
  }

  private static Optional<String> option(List<String> words, String name) {
    int at = words.indexOf(name);
    if (at < 0 || at + 1 >= words.size()) {
      return Optional.empty();
    }
    String value = words.remove(at + 1);
    words.remove(at);
    return Optional.of(value);
  }
}
