package org.openhall.office.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openhall.content.Block;
import org.openhall.content.Block.Cell;
import org.openhall.content.DisclosureEntry;

/** What a table calls 合计 is the sum of what stands above it, or to its left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSumsTest {
  private static final String TOTAL = "合计";

  /** Columns whose figures cannot be added: rates, shares, averages, prices. */
  private static final Pattern NOT_ADDED = Pattern.compile("%|％|率|占比|次均|人均|平均|同比");

  private static final Pattern FIGURE = Pattern.compile("-?\\d{1,3}(,\\d{3})+|-?\\d+(\\.\\d+)?");
  private static final Pattern NONE = Pattern.compile("[—–-]|");

  private final Sample sample;

  SampleSumsTest() throws Exception {
    sample = Sample.read();
  }

  @Test
  void theLastRowIsTheSumOfThoseAboveIt() {
    int checked = 0;
    for (DisclosureEntry entry : sample.all(DisclosureEntry.class)) {
      for (List<List<Cell>> lines : tables(entry)) {
        checked += totals(entry, lines);
      }
    }
    assertTrue(checked > 350, checked + " columns");
  }

  @Test
  void theLastColumnIsTheSumOfThoseBeforeIt() {
    int checked = 0;
    for (DisclosureEntry entry : sample.all(DisclosureEntry.class)) {
      for (List<List<Cell>> lines : tables(entry)) {
        checked += rowTotals(entry, lines);
      }
    }
    assertTrue(checked > 80, checked + " rows");
  }

  private static List<List<List<Cell>>> tables(DisclosureEntry entry) {
    return entry.body().stream()
        .filter(Block.Table.class::isInstance)
        .map(it -> Grid.of((Block.Table) it).lines())
        .toList();
  }

  private static int totals(DisclosureEntry entry, List<List<Cell>> lines) {
    if (!startsWith(lines.getLast(), TOTAL)
        || lines.stream().anyMatch(it -> startsWith(it, "其中"))) {
      return 0;
    }
    int checked = 0;
    for (int column = 1; column < lines.getFirst().size(); column++) {
      if (NOT_ADDED.matcher(lines.getFirst().get(column).text()).find()) {
        continue;
      }
      List<Cell> cells = cells(lines.subList(0, lines.size() - 1), column);
      checked += compare(entry, body(cells), lines.getLast().get(column));
    }
    return checked;
  }

  /** The cells of a column; one that spans several rows comes once. */
  private static List<Cell> cells(List<List<Cell>> lines, int column) {
    Set<Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());
    return lines.stream().map(it -> it.get(column)).filter(cells::add).toList();
  }

  private static int rowTotals(DisclosureEntry entry, List<List<Cell>> lines) {
    List<Cell> head = lines.getFirst();
    int total =
        IntStream.range(0, head.size()).filter(i -> isTotal(head.get(i))).findFirst().orElse(0);
    int checked = 0;
    for (List<Cell> line : total < 3 ? List.<List<Cell>>of() : lines) {
      checked += compare(entry, body(line.subList(1, total)), line.get(total));
    }
    return checked;
  }

  /** Compares where everything is a figure; how many comparisons that were. */
  private static int compare(DisclosureEntry entry, List<Cell> parts, Cell total) {
    Optional<BigDecimal> said = figure(total);
    List<BigDecimal> figures = new ArrayList<>();
    for (Cell part : parts) {
      Optional<BigDecimal> figure = figure(part);
      if (figure.isEmpty() && !NONE.matcher(part.text()).matches()) {
        return 0;
      }
      figure.ifPresent(figures::add);
    }
    if (said.isEmpty() || figures.size() < 2) {
      return 0;
    }
    BigDecimal sum = figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(
        0, sum.compareTo(said.get()), entry.title() + ": " + figures + " is not " + said.get());
    return 1;
  }

  private static List<Cell> body(List<Cell> cells) {
    return cells.stream().filter(it -> !it.header()).toList();
  }

  private static Optional<BigDecimal> figure(Cell cell) {
    String text = cell.text().strip();
    return FIGURE.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(",", "")))
        : Optional.empty();
  }

  private static boolean startsWith(List<Cell> line, String word) {
    return line.getFirst().text().startsWith(word);
  }

  private static boolean isTotal(Cell cell) {
    return cell.text().equals(TOTAL);
  }
}
