package org.openhall.office.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.catalog.RecordLine.Standing;
import org.openhall.office.database.OfficeDatabase;

/** Lists the records of the catalogue: filtered, ordered, a page at a time. */
public final class RecordList {
  private static final String SELECT =
      "SELECT line.id, line.type, line.source, line.title, line.number,"
          + " coalesce((SELECT d.title FROM record_line d WHERE d.id = line.department_id),"
          + " line.publisher) AS owner, line.day, line.until, line.revision, line.sha256,"
          + " line.as_of, "
          + RecordQuery.released("line")
          + " AS released, CASE WHEN "
          + RecordQuery.proposed("line")
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
    RecordQuery.Sql sql = sql(filter, after, most + 1);
    List<Keyed> rows =
        database
            .client()
            .sql(sql.text())
            .params(sql.values())
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
    RecordQuery query = new RecordQuery(database, filter);
    if (most <= RecordQuery.FEW && query.leavesMany()) {
      return most;
    }
    RecordQuery.Sql sql = query.sql("", most);
    return database
        .client()
        .sql("SELECT count(*) FROM (" + sql.text() + ") AS found")
        .params(sql.values())
        .query(Integer.class)
        .single();
  }

  /** One record's line. */
  public Optional<RecordLine> find(String id) {
    return database
        .client()
        .sql(SELECT + "record_line line WHERE line.id = ?")
        .param(id)
        .query((row, _) -> line(row))
        .optional();
  }

  /** Names of owners with these letters in them, for choosing from. */
  public List<String> owners(String letters, int most) {
    return database
        .client()
        .sql(
            each("publisher", "record_line")
                + " SELECT name FROM (SELECT value AS name FROM one WHERE value <> ''"
                + " UNION SELECT title FROM record_line WHERE type = 'department') AS owner"
                + " WHERE name LIKE ? ESCAPE '!' ORDER BY name LIMIT ?")
        .params(RecordQuery.containing(letters), most)
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

  private List<String> distinct(String column) {
    return database
        .client()
        .sql(
            each(column, "record")
                + " SELECT value FROM one WHERE value IS NOT NULL ORDER BY value")
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** From one value to the next by the index: a DISTINCT would look at every record. */
  private static String each(String column, String table) {
    return """
    WITH RECURSIVE one (value) AS (
      SELECT min(%1$s) FROM %2$s
      UNION ALL
      SELECT (SELECT min(%1$s) FROM %2$s WHERE %1$s > one.value) FROM one
      WHERE one.value IS NOT NULL)\
    """
        .formatted(column, table);
  }

  /** First the lines, then what is said of each of them: never of all that the filter leaves. */
  private RecordQuery.Sql sql(RecordFilter filter, Optional<Place> after, int limit) {
    RecordQuery query = new RecordQuery(database, filter);
    after.ifPresent(query::after);
    RecordQuery.Sql lines = query.sql(order(filter.order()), limit);
    return new RecordQuery.Sql(
        SELECT + "(" + lines.text() + ") AS line" + order(filter.order()), lines.values());
  }

  private static String order(RecordFilter.Order order) {
    String direction = order.isDescending() ? " DESC" : "";
    return " ORDER BY " + order.column() + direction + ", id" + direction;
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
        row.getString("as_of"),
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
}
