package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/** How the longest text is read: from the press to its first page, and how evenly it is flung. */
final class ReadingBench {
  private static final Duration START = Duration.ofSeconds(90);
  private static final int MOST_ENTRIES = 10_000;
  private static final double FIRST_PAGE_MS = 100;

  private final Hall hall;
  private final Optional<Path> content;
  private final List<Figure> figures = new ArrayList<>();

  ReadingBench(Hall hall, Optional<Path> content) {
    this.hall = hall;
    this.content = content;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    step("the longest text");
    Path snapshot = new FirstRelease(hall).install(law().stream().toList());
    DisclosureEntry longest = longest(snapshot);
    double kilobytes = RecordCodec.encode(longest).length / 1e3;
    System.out.println("  read: " + longest.title() + ", " + longest.header().id());
    figures.add(Figure.of("reading: size of the longest record", kilobytes, "kB"));
    KioskCommand command = command();
    step("openings");
    figures.addAll(openings(command.running(ReadingScene.Start.class, words(longest))));
    step("dragged and flung");
    List<String> flung = new ArrayList<>(command.running(ReadingScene.Start.class, words(longest)));
    flung.add(ReadingScene.FLUNG);
    figures.addAll(new ScrollTimes(hall, "reading", flung).measure());
    return figures;
  }

  /** The longest law of the real texts, in a file of its own; none without them. */
  private Optional<Path> law() throws IOException {
    Optional<Path> laws =
        content.map(it -> it.resolve("laws.jsonl.gz")).filter(Files::isRegularFile);
    if (laws.isEmpty()) {
      System.out.println("  no laws.jsonl.gz: the longest entry of the authored sample");
      return Optional.empty();
    }
    return Optional.of(new LongestLaw(laws.get()).write(hall.folder().resolve("longest.jsonl")));
  }

  private static DisclosureEntry longest(Path db) throws IOException, HallException {
    try (ContentSnapshot snapshot =
        ContentSnapshot.open(db, Clock.system(ZoneId.systemDefault()))) {
      List<DisclosureEntry> entries = new ArrayList<>();
      for (EntryTitle title : snapshot.entries(EntryFilter.none(), 0, MOST_ENTRIES).rows()) {
        if (snapshot.find(title.id()).orElse(null) instanceof DisclosureEntry entry
            && entry.categoryId() != null) {
          entries.add(entry);
        }
      }
      return entries.stream()
          .max(Comparator.comparingInt(entry -> RecordCodec.encode(entry).length))
          .orElseThrow(() -> new HallException("No entry stands under a category."));
    }
  }

  private String[] words(DisclosureEntry entry) {
    return new String[] {
      hall.terminal().toString(),
      entry.header().id(),
      String.valueOf(entry.categoryId()),
      Objects.requireNonNullElse(entry.publisher(), "")
    };
  }

  /** What runs then is what a terminal runs. */
  private KioskCommand command() throws IOException, InterruptedException, HallException {
    try (Program kiosk = hall.startKiosk(KioskBench.places().kiosk(), Map.of())) {
      kiosk.awaitOutput("first-frame-ms=", START);
      return KioskCommand.of(kiosk.commandLine());
    }
  }

  private List<Figure> openings(List<String> command)
      throws IOException, InterruptedException, HallException {
    try (Program scene =
        Program.startCommand(hall.logs(), Map.of("GDK_GL", "disable"), "reading-scene", command)) {
      Times times = new OpeningTimes(scene).measure();
      String of = "reading: press to first page (" + times.sorted().size() + "), ";
      return List.of(
          Figure.of(of + "p50", times.median(), "ms"),
          Figure.atMost(FIRST_PAGE_MS, of + "p99", times.percentile(99), "ms"),
          Figure.of(of + "most", times.most(), "ms"));
    }
  }

  private void step(String what) throws IOException {
    System.out.println("… " + what);
    figures.add(Figure.of("load of the machine before: " + what, KioskBench.load(), ""));
  }
}
