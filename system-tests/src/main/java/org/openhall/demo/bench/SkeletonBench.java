package org.openhall.demo.bench;

import java.awt.Dimension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.NewContent;
import org.openhall.demo.hall.Places;
import org.openhall.demo.hall.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job from end to end, with the clock running. */
final class SkeletonBench {

  private static final int COLD_STARTS = 5;
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Hall hall;
  private final Optional<Path> content;
  private final List<Figure> figures = new ArrayList<>();

  SkeletonBench(Hall hall, Optional<Path> content) {
    this.hall = hall;
    this.content = content;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    importAndPublish();
    Program agent = firstSync(hall.serve());
    coldStarts();
    searches();
    publishToVisible(agent);
    return figures;
  }

  private void importAndPublish() throws IOException, InterruptedException, HallException {
    step("import");
    hall.office("init", "--demo-keys");
    hall.office("import-sample");
    if (content.isPresent()) {
      long began = System.nanoTime();
      JsonNode report = lastJson(hall.office("import", content.get().toString(), "--json"));
      figures.add(Figure.of("import: records", report.path("added").asDouble(), "records"));
      figures.add(Figure.atMost(60, "import: time of the command", seconds(began), "s"));
    }
    step("publish");
    long began = System.nanoTime();
    JsonNode release = lastJson(hall.office("publish", "--json"));
    figures.add(Figure.of("publish: records", release.path("records").asDouble(), "records"));
    figures.add(
        Figure.of("publish: size of the packs", release.path("bytes").asDouble() / 1e6, "MB"));
    figures.add(Figure.of("publish: time of the command", seconds(began), "s"));
  }

  private Program firstSync(URI office) throws IOException, InterruptedException, HallException {
    step("first sync");
    hall.enrol(office);
    long began = System.nanoTime();
    Program agent = hall.startAgent();
    Await.until(
        "the first release is installed",
        LONG,
        () -> {
          agent.requireRunning();
          return directory().current().isPresent();
        });
    figures.add(
        Figure.atMost(90, "first sync: start of the agent to searchable", seconds(began), "s"));
    memory("agent: peak memory (VmHWM) after the first sync", agent, 400.0);
    long size = Files.size(directory().current().orElseThrow().file());
    figures.add(Figure.of("first sync: size of the snapshot", size / 1e6, "MB"));
    return agent;
  }

  private void coldStarts() throws IOException, InterruptedException, HallException {
    step("cold start of the kiosk");
    hall.startDevices(Optional.empty());
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < COLD_STARTS; i++) {
      try (Program kiosk = hall.startKiosk(places().kiosk(), Map.of())) {
        kiosk.awaitOutput("first-frame-ms=", Duration.ofSeconds(60));
        String line = kiosk.output().replaceAll("(?s).*first-frame-ms=(\\d+).*", "$1");
        starts.add(Double.parseDouble(line));
      }
    }
    starts.sort(null);
    figures.add(Figure.of("kiosk: start of the JVM to first frame, best", starts.getFirst(), "ms"));
    figures.add(
        Figure.of(
            "kiosk: start of the JVM to first frame, median", starts.get(COLD_STARTS / 2), "ms"));
  }

  private void searches() throws IOException, HallException {
    step("search");
    Path file = directory().current().orElseThrow().file();
    try (ContentSnapshot snapshot =
        ContentSnapshot.open(file, Clock.system(ZoneId.systemDefault()))) {
      figures.addAll(new QueryTimes(snapshot, "all records", 20).measure());
    } catch (UnreadableSnapshotException e) {
      throw new HallException("the snapshot cannot be read: " + e.getMessage());
    }
  }

  private void publishToVisible(Program agent)
      throws IOException, InterruptedException, HallException {
    step("publish to visible");
    Program kiosk = hall.startKiosk(places().kiosk(), Map.of());
    awaitShown(1);
    for (int release : IntStream.rangeClosed(2, 4).toArray()) {
      hall.office("import", NewContent.write(hall.logs(), release).toString());
      hall.office("publish");
      long published = System.nanoTime();
      awaitShown(release);
      figures.add(Figure.of("publish to visible, release " + release, seconds(published), "s"));
    }
    memory("kiosk: peak memory (VmHWM)", kiosk, null);
    memory("agent: peak memory (VmHWM) after three updates", agent, 400.0);
  }

  private void awaitShown(long release) throws IOException, InterruptedException, HallException {
    Path status = hall.terminal().resolve("status").resolve("kiosk.json");
    Await.until(
        "the kiosk shows release " + release,
        LONG,
        () ->
            Files.exists(status)
                && JsonMapper.shared()
                        .readTree(Files.readString(status))
                        .path("releaseShown")
                        .asLong()
                    == release);
  }

  private void memory(String name, Program program, @org.jspecify.annotations.Nullable Double goal)
      throws IOException {
    double megabytes = program.peakMemory().orElse(0) * 1024 / 1e6;
    figures.add(new Figure(name, megabytes, "MB", goal));
  }

  private SnapshotDirectory directory() {
    return new SnapshotDirectory(hall.terminal().resolve("content"));
  }

  private static Places places() {
    return Places.on(new Dimension(1800, 1920));
  }

  private static void step(String what) {
    System.out.println("… " + what);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static JsonNode lastJson(String output) throws HallException {
    return output
        .lines()
        .filter(line -> line.startsWith("{"))
        .reduce((first, last) -> last)
        .map(line -> JsonMapper.shared().readTree(line))
        .orElseThrow(() -> new HallException("no JSON in: " + output));
  }
}
