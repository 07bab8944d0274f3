package org.openhall.office.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.catalog.RecordLine.Standing;
import org.openhall.office.database.OfficeDatabase;

/** Lists the records of the catalogue: filtered, ordered, a page at a time. */
public final class RecordList {
  /**
   * What the present release has of a line; looked up for each by its key, whatever the planner
   * knows.
   */
  private static final String RELEASED =
      "(SELECT p.sha256 FROM published_record p WHERE p.channel = 'city' AND p.id = l.id)";

  private static final String PROPOSED =
      "EXISTS (SELECT 1 FROM proposal_item i JOIN proposal q ON q.id = i.proposal"
          + " WHERE i.record_id = l.id AND q.state IN ('open', 'submitted', 'returned'))";
  private static final String SELECT =
      "SELECT l.id, l.type, l.source, l.title, l.number,"
          + " coalesce((SELECT d.title FROM record_line d WHERE d.id = l.department_id),"
          + " l.publisher) AS owner, l.day, l.until, l.revision, l.sha256, l.as_of, "
          + RELEASED
          + " AS released, CASE WHEN "
          + PROPOSED
          + " THEN 1 ELSE 0 END AS proposed FROM ";

  private final OfficeDatabase database;

  RecordList(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * A page of a list.
   *
   * @param lines the records
   * @param next where the next page begins; empty on the last one
   */
  public record Page(List<RecordLine> lines, Optional<Place> next) {}

  /**
   * A place in a list: after the record of this id, which stands under this key of the order. The
   * page that begins there is the same whatever was added before it.
   */
  public record Place(String key, String id) {}

  /**
   * The records from a place on.
   *
   * @param after empty for the first page
   * @param most lines of a page
   */
  public Page page(RecordFilter filter, Optional<Place> after, int most) {
    Conditions where = new Conditions(filter);
    after.ifPresent(place -> where.after(filter.order(), place));
    List<Keyed> rows =
        database
            .client()
            .sql(page(where, filter.order()))
            .params(where.with(most + 1))
            .query((row, _) -> new Keyed(key(filter.order(), row), line(row)))
            .list();
    List<RecordLine> lines = rows.stream().limit(most).map(Keyed::line).toList();
    Optional<Place> next =
        rows.size() > most
            ? Optional.of(new Place(rows.get(most - 1).key(), lines.getLast().id()))
            : Optional.empty();
    return new Page(lines, next);
  }

  /**
   * How many records a filter leaves.
   *
   * @param most up to which is counted
   */
  public int count(RecordFilter filter, int most) {
    Conditions where = new Conditions(filter);
    return database
        .client()
        .sql(
            "SELECT count(*) FROM (SELECT 1 FROM record_line l"
                + where.sql()
                + " LIMIT ?) AS found")
        .params(where.with(most))
        .query(Integer.class)
        .single();
  }

  /** One record's line. */
  public Optional<RecordLine> find(String id) {
    return database
        .client()
        .sql(SELECT + "record_line l WHERE l.id = ?")
        .param(id)
        .query((row, _) -> line(row))
        .optional();
  }

  /** Names of owners with these letters in them, for choosing from. */
  public List<String> owners(String letters, int most) {
    return database
        .client()
        .sql(
            "SELECT DISTINCT name FROM ("
                + "SELECT publisher AS name FROM record_line"
                + " UNION SELECT title FROM record_line WHERE type = 'department') AS owner"
                + " WHERE name <> '' AND name LIKE ? ESCAPE '!' ORDER BY name LIMIT ?")
        .params(Conditions.containing(letters), most)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** All sources, by name. */
  public List<String> sources() {
    return distinct("source");
  }

  /** All types of records that there are, by name. */
  public List<String> types() {
    return distinct("type");
  }

  /** From one value to the next by the index: a DISTINCT would look at every record. */
  private List<String> distinct(String column) {
    return database
        .client()
        .sql(
            """
            WITH RECURSIVE one (value) AS (
              SELECT min(%1$s) FROM record
              UNION ALL
              SELECT (SELECT min(%1$s) FROM record WHERE %1$s > one.value) FROM one
              WHERE one.value IS NOT NULL)
            SELECT value FROM one WHERE value IS NOT NULL ORDER BY value
            """
                .formatted(column))
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** First the lines, then what is said of each of them: never of all that the filter leaves. */
  private static String page(Conditions where, RecordFilter.Order order) {
    String lines = "SELECT l.* FROM record_line l" + where.sql() + order(order) + " LIMIT ?";
    return SELECT + "(" + lines + ") AS l" + order(order);
  }

  private static String order(RecordFilter.Order order) {
    String direction = order.isDescending() ? " DESC" : "";
    return " ORDER BY l." + order.column() + direction + ", l.id" + direction;
  }

  private record Keyed(String key, RecordLine line) {}

  private static String key(RecordFilter.Order order, ResultSet row) throws SQLException {
    return row.getString(order.column());
  }

  private static RecordLine line(ResultSet row) throws SQLException {
    return new RecordLine(
        row.getString("id"),
        row.getString("type"),
        row.getString("source"),
        row.getString("title"),
        row.getString("number"),
        row.getString("owner"),
        row.getString("day"),
        row.getString("until"),
        row.getInt("revision"),
        standing(row.getBytes("released"), row.getBytes("sha256")),
        row.getInt("proposed") == 1);
  }

  private static Standing standing(byte @Nullable [] released, byte[] present) {
    if (released == null) {
      return Standing.UNRELEASED;
    }
    return Arrays.equals(released, present) ? Standing.RELEASED : Standing.CHANGED;
  }

  /** The WHERE of a filter, and its values. */
  private static final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions(RecordFilter filter) {
      filter.words().forEach(word -> add("l.words LIKE ? ESCAPE '!'", containing(word)));
      filter.type().ifPresent(type -> add("l.type = ?", type));
      filter.owner().ifPresent(this::owner);
      filter.source().ifPresent(source -> add("l.source = ?", source));
      filter.from().ifPresent(day -> add("l.day >= ?", day));
      filter.to().ifPresent(day -> add("l.day <= ?", day + "~")); // 2026 takes all of 2026 in
      filter.standing().ifPresent(this::standing);
      if (filter.isProposed()) {
        conditions.add(PROPOSED);
      }
    }

    private void owner(String owner) {
      conditions.add(
          "(l.publisher = ? OR l.department_id = ? OR l.department_id IN"
              + " (SELECT id FROM record_line WHERE type = 'department' AND title = ?))");
      values.addAll(List.of(owner, owner, owner));
    }

    private void standing(Standing standing) {
      conditions.add(
          switch (standing) {
            case UNRELEASED -> RELEASED + " IS NULL";
            case CHANGED -> RELEASED + " <> l.sha256";
            case RELEASED -> RELEASED + " = l.sha256";
          });
    }

    private void add(String condition, Object value) {
      conditions.add(condition);
      values.add(value);
    }

    void after(RecordFilter.Order order, Place place) {
      String sign = order.isDescending() ? " < " : " > ";
      String column = "l." + order.column();
      conditions.add("(%s, l.id)%s(?, ?)".formatted(column, sign));
      values.addAll(List.of(place.key(), place.id()));
    }

    String sql() {
      return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    List<Object> with(int limit) {
      List<Object> all = new ArrayList<>(values);
      all.add(limit);
      return all;
    }

    /** Letters within a text; a bracket of any kind stands for any other. */
    static String containing(String letters) {
      String escaped = letters.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
      return "%" + escaped.replaceAll("[\\[\\]〔〕()（）【】{}｛｝]", "_") + "%";
    }
  }
}
