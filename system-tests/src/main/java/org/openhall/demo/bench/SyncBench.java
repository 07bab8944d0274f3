package org.openhall.demo.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.demo.bench.AgentRun.Spent;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/**
 * What an update moves and costs: one of 1 % of the records, and one that brings a terminal from 30
 * releases behind, against the bytes of the changed records under {@code zstd -19 --long}.
 */
final class SyncBench {
  private static final int BEHIND = 30;
  private static final int LARGE = 100_000;
  private static final double MOST_OF_CHANGE = 1.5;
  private static final double MOST_OF_NET_CHANGE = 1.2;
  private static final double MEMORY = 400;
  private static final double SECONDS = 10;
  private static final double SECONDS_LARGE = 180;
  private static final int SAME_UPDATE = 12;

  private final Hall hall;
  private final Optional<Path> content;
  private final int records;
  private final GeneratedContent catalogue;
  private final List<Figure> figures = new ArrayList<>();

  SyncBench(Hall hall, Optional<Path> content, int records) {
    this.hall = hall;
    this.content = content;
    this.records = records;
    this.catalogue = new GeneratedContent(hall.office());
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    figures.addAll(ClockAndProcessor.load("at the beginning"));
    step("import, fill up, first release");
    hall.office("init", "--demo-keys");
    hall.office("import-sample");
    if (content.isPresent()) {
      hall.office("import", content.get().toString());
    }
    catalogue.fillUp(records);
    hall.office("publish");
    hall.enrol(hall.serve());
    report("first release", sync(), Optional.empty());
    onePercent();
    if (isSmall()) {
      farBehind();
    }
    figures.addAll(ClockAndProcessor.load("at the end"));
    return figures;
  }

  private void onePercent() throws IOException, InterruptedException, HallException {
    step("1 % changed");
    Path old = Files.createDirectories(hall.aside().resolve("old"));
    Path now = Files.createDirectories(hall.aside().resolve("now"));
    if (isSmall()) {
      new RecordFiles(old).write(hall.office());
    }
    List<EncodedRecord> changed = catalogue.change(records / 100);
    hall.office("publish");
    if (isSmall()) {
      new RecordFiles(now).write(hall.office());
      otherWays(new RecordFiles(old), new RecordFiles(now));
    }
    List<Path> copies = copies();
    Spent spent = sync();
    report("1 % changed", spent, Optional.of(records > LARGE ? SECONDS_LARGE : SECONDS));
    compare("1 % changed", spent, changed, MOST_OF_CHANGE);
    step("frames while it is applied");
    for (Figure figure : new UpdateFrames(hall, scene()).measure(copies)) {
      add(figure);
    }
  }

  private boolean isSmall() {
    return records <= LARGE;
  }

  /** The scrolling list, run as the kiosk is run. */
  private List<String> scene() throws IOException, InterruptedException, HallException {
    try (Program kiosk = hall.startKiosk(KioskBench.places().kiosk(), Map.of())) {
      kiosk.awaitOutput("first-frame-ms=", Duration.ofSeconds(90));
      return KioskCommand.of(kiosk.commandLine()).running(ScrollScene.Start.class);
    }
  }

  /**
   * The terminal as it is now, some times, for as many updates as a minute holds; by links, as an
   * agent replaces its files and edits none but the record of its runs.
   */
  private List<Path> copies() throws IOException, InterruptedException, HallException {
    List<Path> copies = new ArrayList<>();
    for (int i = 0; i < (isSmall() ? SAME_UPDATE : 1); i++) {
      copies.add(copy("-al", "terminal-" + i));
    }
    return copies;
  }

  private Path copy(String how, String name)
      throws IOException, InterruptedException, HallException {
    Path copy = Files.createDirectories(hall.aside()).resolve(name);
    Process process =
        new ProcessBuilder("cp", how, hall.terminal().toString(), copy.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new HallException("the terminal cannot be copied");
    }
    return copy;
  }

  private void otherWays(RecordFiles old, RecordFiles now)
      throws IOException, InterruptedException, HallException {
    OtherWays ways = new OtherWays(now.folder());
    add("zsync of all in one file", ways.zsync(old.lines(), now.lines()));
    add("rsync -z of all in one file", ways.rsync(old.lines(), now.lines()));
    add("rsync -z of a file a record", ways.rsync(old.each(), now.each()));
  }

  private void add(String way, OtherWays.Moved moved) {
    add(Figure.of("1 % changed: " + way, (double) moved.bytes(), "bytes"));
    add(Figure.of("1 % changed: " + way, moved.seconds(), "s"));
  }

  private void farBehind() throws IOException, InterruptedException, HallException {
    Path always = copy("-a", "terminal-always");
    Map<String, EncodedRecord> net = new LinkedHashMap<>();
    for (int i = 1; i <= BEHIND; i++) {
      step("release %d of %d that the terminal misses".formatted(i, BEHIND));
      catalogue.change(records / 1000).forEach(record -> net.put(record.id(), record));
      hall.office("publish");
      AgentRun.sync(hall, always);
    }
    Spent spent = sync();
    report(BEHIND + " releases behind", spent, Optional.empty());
    compare(BEHIND + " releases behind", spent, List.copyOf(net.values()), MOST_OF_NET_CHANGE);
    searches(always, fresh(always));
    onePublication();
  }

  /** With a delta from each of the last releases beside it. */
  private void onePublication() throws IOException, InterruptedException, HallException {
    catalogue.change(1);
    long began = System.nanoTime();
    hall.office("publish");
    add(Figure.of("publishing one record", (System.nanoTime() - began) / 1e9, "s"));
  }

  /** The same release, built from its full pack. */
  private Path fresh(Path terminal) throws IOException, InterruptedException, HallException {
    Path fresh = hall.aside().resolve("terminal-fresh");
    for (String kept : List.of("terminal.json", "identity", "repository/metadata")) {
      Path to = fresh.resolve(kept);
      Files.createDirectories(to.getParent());
      new ProcessBuilder("cp", "-a", terminal.resolve(kept).toString(), to.toString())
          .inheritIO()
          .start()
          .waitFor();
    }
    AgentRun.sync(hall, fresh);
    return fresh;
  }

  private void searches(Path updated, Path fresh) throws IOException {
    Path first = snapshot(updated);
    Path other = snapshot(fresh);
    add(Figure.of("snapshot after " + (BEHIND + 1) + " deltas", Files.size(first) / 1e6, "MB"));
    add(Figure.of("snapshot built at once", Files.size(other) / 1e6, "MB"));
    Clock clock = Clock.system(ZoneId.systemDefault());
    try (ContentSnapshot after = ContentSnapshot.open(first, clock);
        ContentSnapshot atOnce = ContentSnapshot.open(other, clock)) {
      String name = "searches after %d deltas, by those built at once".formatted(BEHIND + 1);
      new ComparedSearches(name, after, atOnce).measure().forEach(this::add);
    }
  }

  private static Path snapshot(Path terminal) {
    return new SnapshotDirectory(terminal.resolve("content")).current().orElseThrow().file();
  }

  private Spent sync() throws IOException, InterruptedException, HallException {
    return AgentRun.sync(hall);
  }

  private void report(String name, Spent spent, Optional<Double> goal) {
    add(new Figure(name + ": fetched, built, shown", spent.seconds(), "s", goal.orElse(null)));
    add(Figure.of(name + ": processor time of the agent", spent.processor(), "s"));
    add(Figure.atMost(MEMORY, name + ": peak memory of the agent", spent.memory(), "MB"));
    add(Figure.of(name + ": bytes, metadata included", (double) spent.bytes(), "bytes"));
  }

  private void compare(String name, Spent spent, List<EncodedRecord> changed, double goal)
      throws IOException, InterruptedException {
    Path file = Files.createDirectories(hall.aside()).resolve("changed.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (EncodedRecord record : changed) {
        out.write(record.json());
        out.write('\n');
      }
    }
    add(Figure.of(name + ": records", changed.size(), "records"));
    add(Figure.of(name + ": their bytes", (double) Files.size(file), "bytes"));
    OptionalLong packed = Zstd.strongest(file);
    if (packed.isEmpty()) {
      System.out.println("  zstd is not installed, so there is nothing to compare with");
      return;
    }
    add(Figure.of(name + ": zstd -19 --long", (double) packed.getAsLong(), "bytes"));
    double share = (double) spent.bytes() / packed.getAsLong();
    add(Figure.atMost(goal, name + ": bytes moved, by those", share, "times"));
  }

  /** Tells each at once, as the whole takes long. */
  private void add(Figure figure) {
    System.out.println("  " + figure.row());
    figures.add(figure);
  }

  private static void step(String what) {
    System.out.println("… " + what);
  }
}
