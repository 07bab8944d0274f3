package org.openhall.office.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.office.catalog.RecordLine.Standing;
import org.openhall.office.database.FoundLines;
import org.openhall.office.database.OfficeDatabase;

/**
 * Which lines a filter leaves, asked so that the answer takes no longer with more records: where
 * one of its conditions leaves few, an index finds those, and the others are looked at there alone;
 * where each leaves many, the lines are gone through in their order, and a page of them is soon
 * full.
 *
 * <p>What this does not bound are conditions that each leave many and together few.
 */
final class RecordQuery {
  /** Up to so many lines are found by an index and put in order afterwards. */
  static final int FEW = 10_000;

  /**
   * The same where the index finds more than is meant: of those that are meant there may be one.
   */
  private static final int FEW_CANDIDATES = 50_000;

  private static final String INDEXED_OR_NOT = "{}";

  /** What no index knows: the same text, with nothing added to it. */
  private static final String NOT_INDEXED = " || ''";

  private static final String EVERY_PROPOSED =
      "SELECT DISTINCT i.record_id AS id FROM proposal q JOIN proposal_item i"
          + " ON i.proposal = q.id WHERE q.state IN ('open', 'submitted', 'returned')";

  private final OfficeDatabase database;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final List<Narrowing> narrowings = new ArrayList<>();
  private final RecordFilter.Order order;
  private boolean isExact = true;
  private Optional<String> after = Optional.empty();

  /** A statement and the values of its parameters. */
  record Sql(String text, List<Object> values) {}

  /** The ids that a condition leaves, which are worth asking for where they are not too many. */
  private record Narrowing(String text, List<Object> values, int few) {
    Narrowing(String text, List<Object> values) {
      this(text, values, FEW);
    }

    String limited() {
      return text + " LIMIT " + (few + 1);
    }
  }

  RecordQuery(OfficeDatabase database, RecordFilter filter) {
    this.database = database;
    this.order = filter.order();
    if (filter.isProposed()) {
      conditions.add(proposed("l"));
      narrowings.add(new Narrowing(EVERY_PROPOSED, List.of()));
    }
    words(filter.words());
    filter.standing().ifPresent(this::standing);
    filter.owner().ifPresent(this::owner);
    filter.type().ifPresent(type -> is("type", type));
    filter.source().ifPresent(source -> is("source", source));
    days(filter);
  }

  /** What the present release has of a line: looked up for each by its key, never joined. */
  static String released(String line) {
    return "(SELECT p.sha256 FROM published_record p WHERE p.channel = 'city' AND p.id = "
        + line
        + ".id)";
  }

  /** Whether a proposal of a line waits. */
  static String proposed(String line) {
    return "EXISTS (SELECT 1 FROM proposal_item i JOIN proposal q ON q.id = i.proposal"
        + " WHERE q.state IN ('open', 'submitted', 'returned') AND i.record_id = "
        + line
        + ".id)";
  }

  private void standing(Standing standing) {
    conditions.add(
        switch (standing) {
          case UNRELEASED -> released("l") + " IS NULL";
          case CHANGED -> released("l") + " <> l.sha256";
          case RELEASED -> released("l") + " = l.sha256";
        });
    String all =
        standing == Standing.RELEASED
            ? "SELECT id FROM published_record WHERE channel = 'city'"
            : "SELECT id FROM record_ahead";
    narrowings.add(new Narrowing(all, List.of()));
    isExact = false;
  }

  /** The index knows pairs of letters; that they stand in one row is looked at afterwards. */
  private void words(List<String> words) {
    isExact = words.stream().allMatch(word -> letters(word).contains(word));
    List<String> letters = words.stream().flatMap(word -> letters(word).stream()).toList();
    if (!letters.isEmpty()) {
      FoundLines found = database.linesWith(letters);
      int few = isExact ? FEW : FEW_CANDIDATES;
      narrowings.add(new Narrowing(found.sql(), List.of(found.value()), few));
    }
    words.forEach(this::word);
  }

  private static List<String> letters(String word) {
    return TypedNumber.isIn(word) ? TypedNumber.letters(word) : Letters.of(word);
  }

  private void word(String word) {
    boolean isNumber = TypedNumber.isIn(word);
    String column = isNumber ? TypedNumber.column("l.words") : "l.words";
    add(column + " LIKE ? ESCAPE '!'", containing(isNumber ? TypedNumber.folded(word) : word));
  }

  /** By name or id; the name of a department stands for its id. */
  private void owner(String owner) {
    List<Object> all = new ArrayList<>(List.of(owner, owner));
    all.addAll(
        database
            .client()
            .sql("SELECT id FROM record_line WHERE title = ? AND type = 'department'")
            .param(owner)
            .query(String.class)
            .list());
    String departments = String.join(", ", Collections.nCopies(all.size() - 1, "?"));
    conditions.add("(l.publisher || '' = ? OR l.department_id || '' IN (" + departments + "))");
    values.addAll(all);
    List<Object> twice = new ArrayList<>(all);
    twice.add(owner);
    narrowings.add(
        new Narrowing(
            "SELECT id FROM record_line WHERE publisher = ? UNION ALL"
                + " SELECT id FROM record_line WHERE department_id IN ("
                + departments
                + ") AND publisher <> ?",
            twice));
  }

  private void is(String column, String value) {
    add(line(column) + " = ?", value);
    narrowings.add(
        new Narrowing("SELECT id FROM record_line WHERE " + column + " = ?", List.of(value)));
  }

  private void days(RecordFilter filter) {
    List<String> bounds = new ArrayList<>();
    List<Object> days = new ArrayList<>();
    filter.from().ifPresent(day -> bound(" >= ?", day, bounds, days));
    filter.to().ifPresent(day -> bound(" <= ?", day + "~", bounds, days)); // 2026 is all of 2026
    if (!bounds.isEmpty()) {
      String both = String.join(" AND ", bounds);
      narrowings.add(new Narrowing("SELECT id FROM record_line WHERE " + both, days));
    }
  }

  private void bound(String sign, String day, List<String> bounds, List<Object> days) {
    bounds.add("day" + sign);
    days.add(day);
    add(line("day") + sign, day);
  }

  /** A column, of which is said later whether its index may be used. */
  private static String line(String column) {
    return "l." + column + INDEXED_OR_NOT;
  }

  private void add(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  /** Only what stands after a place of the order. */
  void after(RecordList.Place place) {
    String sign = order.isDescending() ? " < " : " > ";
    after = Optional.of("(%s, id)%s(?, ?)".formatted(order.column(), sign));
    values.addAll(List.of(place.key(), place.id()));
  }

  /**
   * The lines that are left.
   *
   * @param rest of the statement, with a last parameter for the limit
   */
  Sql sql(String rest, int limit) {
    Optional<Narrowing> few = narrowings.stream().filter(this::isFew).findFirst();
    List<Object> all = new ArrayList<>(few.map(Narrowing::values).orElse(List.of()));
    all.addAll(values);
    all.add(limit);
    return new Sql(few.map(this::amongFew).orElseGet(this::inTheirOrder) + rest + " LIMIT ?", all);
  }

  /** Found by their ids and by nothing else, and put in order only when they are all there. */
  private String amongFew(Narrowing narrow) {
    List<String> where = new ArrayList<>(List.of("l.id = few.id"));
    where.addAll(conditions);
    return "WITH few AS MATERIALIZED ("
        + narrow.limited()
        + "), found AS MATERIALIZED (SELECT l.* FROM few CROSS JOIN record_line l"
        + where(where).replace(INDEXED_OR_NOT, NOT_INDEXED)
        + ") SELECT * FROM found"
        + where(after.stream().toList());
  }

  /** The index of a column has its lines in the order of their days, and in no other. */
  private String inTheirOrder() {
    List<String> where = new ArrayList<>(conditions);
    after.ifPresent(where::add);
    String indexed = order.column().equals("day") ? "" : NOT_INDEXED;
    return "SELECT l.* FROM record_line l" + where(where).replace(INDEXED_OR_NOT, indexed);
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /** Whether more than {@link #FEW} are left for certain, which spares to count them. */
  boolean leavesMany() {
    return conditions.size() == 1
        && narrowings.size() == 1
        && isExact
        && !isFew(narrowings.getFirst());
  }

  private boolean isFew(Narrowing narrow) {
    return database
            .client()
            .sql("SELECT count(*) FROM (" + narrow.limited() + ") AS found")
            .params(narrow.values())
            .query(Integer.class)
            .single()
        <= narrow.few();
  }

  /** Letters within a text; a bracket of any kind stands for any other. */
  static String containing(String letters) {
    String escaped = letters.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    return "%" + escaped.replaceAll("[" + TypedNumber.BRACKETS + "]", "_") + "%";
  }
}
