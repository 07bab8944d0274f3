package org.openhall.demo.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.demo.bench.AgentRun.Spent;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;

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
    if (records <= LARGE) {
      farBehind();
    }
    figures.addAll(ClockAndProcessor.load("at the end"));
    return figures;
  }

  private void onePercent() throws IOException, InterruptedException, HallException {
    step("1 % changed");
    List<EncodedRecord> changed = catalogue.change(records / 100);
    hall.office("publish");
    Spent spent = sync();
    report("1 % changed", spent, Optional.of(records > LARGE ? SECONDS_LARGE : SECONDS));
    compare("1 % changed", spent, changed, MOST_OF_CHANGE);
  }

  private void farBehind() throws IOException, InterruptedException, HallException {
    Map<String, EncodedRecord> net = new LinkedHashMap<>();
    for (int i = 1; i <= BEHIND; i++) {
      step("release %d of %d that the terminal misses".formatted(i, BEHIND));
      catalogue.change(records / 1000).forEach(record -> net.put(record.id(), record));
      hall.office("publish");
    }
    Spent spent = sync();
    report(BEHIND + " releases behind", spent, Optional.empty());
    compare(BEHIND + " releases behind", spent, List.copyOf(net.values()), MOST_OF_NET_CHANGE);
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
    Path file = hall.folder().resolve("changed.json");
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
