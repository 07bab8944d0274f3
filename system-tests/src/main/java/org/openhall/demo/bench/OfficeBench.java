package org.openhall.demo.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.HallFolder;
import org.openhall.demo.hall.Program;

/**
 * What an office's day costs, on SQLite and on PostgreSQL: import, lint, release, the next release
 * after a small import, pages with people at work, heartbeats of terminals. Each step is the
 * command or the server that an office runs.
 */
final class OfficeBench {
  private static final String HEADING = "source,title,doc_number,date_written,date_published,url\n";

  private final Hall hall;
  private final Optional<String> part;
  private final int records;
  private final boolean isShort;
  private final List<Figure> figures = new ArrayList<>();

  OfficeBench(Hall hall, Optional<String> part, int records, boolean isShort) {
    this.part = part;
    this.hall = hall;
    this.records = records;
    this.isShort = isShort;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    ClockAndProcessor.load("at the beginning").forEach(figures::add);
    if (!part.equals(Optional.of("postgresql"))) {
      try (Hall sqlite = new Hall(hall.folder().resolve("sqlite"))) {
        measure("SQLite", sqlite);
      }
    }
    if (!part.equals(Optional.of("sqlite"))) {
      postgresql();
    }
    ClockAndProcessor.load("at the end").forEach(figures::add);
    return List.copyOf(figures);
  }

  private void postgresql() throws IOException, InterruptedException, HallException {
    try (BenchPostgreSql server = BenchPostgreSql.start(hall.folder());
        Hall postgres = new Hall(hall.folder().resolve("postgresql"))) {
      measure("PostgreSQL", postgres, server.options());
    }
  }

  private void measure(String name, Hall at, String... database)
      throws IOException, InterruptedException, HallException {
    List<String> init = new ArrayList<>(List.of("init", "--demo-keys"));
    init.addAll(List.of(database));
    HallFolder.renew(at.folder());
    at.office(init.toArray(String[]::new));
    Path all = titles(at.folder().resolve("titles.csv"), records, "");
    step(name, "import of " + records + " records", at, "import", all.toString());
    step(name, "the same file again", at, "import", all.toString());
    lint(name, at);
    step(name, "release: pack, sign, lay out", at, "publish", "--despite-findings", "bench");
    Path few = titles(at.folder().resolve("few.csv"), records / 100, "（更正）");
    step(name, "import of 1 % changed", at, "import", few.toString());
    step(name, "next release, with its delta", at, "publish", "--despite-findings", "bench");
    try (Program office = at.serveWith("-Xmx768m")) {
      new OfficePages(at, isShort).measure(name).forEach(this::add);
      new OfficeHeartbeats(at, isShort).measure(name).forEach(this::add);
      if (office.peakMemory().isPresent()) {
        add(
            Figure.of(
                name + ": server, most memory",
                office.peakMemory().getAsLong() * 1024 / 1e6,
                "MB"));
      }
    }
  }

  /** Said at once: of what takes hours, the first half is worth something too. */
  private void add(Figure figure) {
    System.out.println("  " + figure.row());
    figures.add(figure);
  }

  private void step(String name, String what, Hall at, String... words)
      throws IOException, InterruptedException, HallException {
    System.out.println("  " + name + ": " + what);
    long began = System.nanoTime();
    at.office(words);
    add(Figure.of(name + ": " + what, (System.nanoTime() - began) / 1e9, "s"));
  }

  /** Findings make its exit status that of bad input, which is no trouble here. */
  private void lint(String name, Hall at) throws IOException, InterruptedException {
    System.out.println("  " + name + ": lint");
    long began = System.nanoTime();
    try {
      at.office("lint", "--severity", "error");
    } catch (HallException e) {
      System.out.println("  lint found something");
    }
    add(Figure.of(name + ": lint", (System.nanoTime() - began) / 1e9, "s"));
  }

  /** A table of titles as a source gives it; the same numbers are the same entries. */
  private static Path titles(Path file, int count, String suffix) throws IOException {
    InventedEntries invented = new InventedEntries(count, false);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADING);
      for (int i = 0; i < count; i++) {
        String title = invented.entry(i).title().replace("\"", "") + suffix;
        out.write(
            "示例市人民政府,\"%s\",示例府发〔2026〕%d号,2026-11-20,2026-11-23,https://example.invalid/%d%n"
                .formatted(title, i + 1, i));
      }
    }
    return file;
  }
}
