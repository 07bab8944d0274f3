package org.openhall.office.lint;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openhall.office.table.SafeCells;
import org.openhall.office.text.Messages;

/**
 * All findings as a CSV file for a spreadsheet: the most severe first, then by rule and department.
 * They are put aside by severity and rule and set together at the end.
 */
public final class FindingSheet implements AutoCloseable {
  private static final long SORTED_IN_MEMORY = 64L << 20;

  private final Path folder;
  private final Messages messages;
  private final Map<Part, BufferedWriter> aside = new TreeMap<>();

  /** Findings that stand together. */
  private record Part(Severity severity, Rule rule) implements Comparable<Part> {
    private static final Comparator<Part> ORDER =
        Comparator.comparing(Part::severity).thenComparing(Part::rule);

    String fileName() {
      return severity.code() + "-" + rule.code();
    }

    @Override
    public int compareTo(Part other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param workDir where findings are put aside, there already
   */
  public FindingSheet(Path workDir, Messages messages) throws IOException {
    this.folder = Files.createTempDirectory(workDir, "lint");
    this.messages = messages;
  }

  /** Takes a finding in. */
  public void add(LintFinding finding) {
    Part part = new Part(finding.severity(), finding.rule());
    try {
      BufferedWriter out = aside.get(part);
      if (out == null) {
        out = Files.newBufferedWriter(folder.resolve(part.fileName()));
        aside.put(part, out);
      }
      out.write(SafeCells.csv(cells(finding)));
      out.write("\n");
    } catch (IOException e) {
      throw new UncheckedIOException("findings cannot be put aside", e);
    }
  }

  private List<String> cells(LintFinding finding) {
    LintFinding.Subject subject = finding.subject();
    String rule = "lint." + finding.rule().code();
    return List.of(
        messages.text("lint.severity." + finding.severity().code()),
        finding.rule().code(),
        messages.text(rule + ".name"),
        subject.department(),
        subject.id(),
        subject.title(),
        finding.field(),
        finding.sentence(messages),
        messages.text(rule + ".source"),
        finding.key());
  }

  /** Sets the file together. */
  public void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          SafeCells.MARK
              + SafeCells.csv(List.of(messages.text("lint.csv-heading").split(" ")))
              + "\n");
      for (Map.Entry<Part, BufferedWriter> part : aside.entrySet()) {
        part.getValue().close();
        append(folder.resolve(part.getKey().fileName()), out);
      }
    }
  }

  /** The rows of a rule begin alike, so that their order is that of departments and records. */
  private static void append(Path part, BufferedWriter out) throws IOException {
    if (Files.size(part) > SORTED_IN_MEMORY) {
      try (var lines = Files.lines(part)) {
        for (String line : (Iterable<String>) lines::iterator) {
          out.write(line + "\n");
        }
      }
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(part));
    Collections.sort(lines);
    for (String line : lines) {
      out.write(line + "\n");
    }
  }

  @Override
  public void close() throws IOException {
    for (Map.Entry<Part, BufferedWriter> part : aside.entrySet()) {
      part.getValue().close();
      Files.deleteIfExists(folder.resolve(part.getKey().fileName()));
    }
    Files.deleteIfExists(folder);
  }
}
