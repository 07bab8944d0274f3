package org.openhall.office.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openhall.office.database.OfficeDatabase;

/** Reads the audit log, and says whether it is what was written. */
public final class AuditTrail {
  /** Texts are compared by their code points; an index knows where those with one beginning lie. */
  private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

  private final OfficeDatabase database;

  public AuditTrail(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * What of it is asked for; an empty text asks for all.
   *
   * @param who beginning of the id of who did it
   * @param deed name of a {@link Deed}
   * @param subject beginning of the id of what was touched
   * @param from ISO date from which on, in UTC
   * @param before only entries with a smaller number, or 0
   */
  public record Filter(String who, String deed, String subject, String from, long before) {
    public static final Filter ALL = new Filter("", "", "", "", 0);
  }

  /** Entries, the latest first. */
  public List<AuditRow> list(Filter filter, int most) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("SELECT * FROM audit_entry WHERE 1 = 1");
    beginsWith("who", filter.who(), sql, values);
    beginsWith("subject", filter.subject(), sql, values);
    if (!filter.deed().isEmpty()) {
      sql.append(" AND deed = ?");
      values.add(filter.deed());
    }
    if (!filter.from().isEmpty()) {
      sql.append(" AND at >= ?");
      values.add(filter.from());
    }
    if (filter.before() > 0) {
      sql.append(" AND number < ?");
      values.add(filter.before());
    }
    values.add(most);
    return database
        .client()
        .sql(sql.append(" ORDER BY number DESC LIMIT ?").toString())
        .params(values)
        .query((row, _) -> AuditRow.of(row))
        .list();
  }

  private static void beginsWith(
      String column, String text, StringBuilder sql, List<Object> values) {
    if (!text.isEmpty()) {
      sql.append(" AND ").append(column).append(" BETWEEN ? AND ?");
      values.add(text);
      values.add(text + AFTER_ALL);
    }
  }

  /** Goes through all of it, from the first. */
  public VerifyOutcome verify() throws SQLException {
    try (Connection connection = database.reading();
        PreparedStatement select =
            connection.prepareStatement("SELECT * FROM audit_entry ORDER BY number");
        ResultSet rows = select.executeQuery()) {
      long number = 0;
      String former = AuditRow.NOTHING;
      while (rows.next()) {
        AuditRow row = AuditRow.of(rows);
        number++;
        if (row.number() != number) {
          return new VerifyOutcome.Broken(number, VerifyOutcome.Why.MISSING);
        } else if (!row.hash().equals(row.hashAfter(former))) {
          return new VerifyOutcome.Broken(number, VerifyOutcome.Why.CHANGED);
        }
        former = row.hash();
      }
      return new VerifyOutcome.Whole(number, former);
    }
  }
}
