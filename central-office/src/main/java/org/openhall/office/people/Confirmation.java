package org.openhall.office.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.people.PeopleOutcome.Why;

/**
 * That an account is in the hands of the person it was made for. Who makes an account knows its
 * code and could use it; so whoever grants roles meets the person, and types the word that only the
 * account's own page shows.
 */
public final class Confirmation {
  private final OfficeDatabase database;
  private final AuditLog log;

  public Confirmation(OfficeDatabase database, AuditLog log) {
    this.database = database;
    this.log = log;
  }

  /** What somebody shows the security administrator; empty once they are confirmed. */
  public Optional<String> word(Person person) {
    return database
        .client()
        .sql(
            "SELECT totp_secret FROM person WHERE id = ? AND totp_secret IS NOT NULL"
                + " AND confirmed_by IS NULL")
        .param(person.id())
        .query(String.class)
        .optional()
        .map(secret -> Secrets.word(person.id(), secret));
  }

  /**
   * Confirms somebody by the word that they show.
   *
   * @param typed hyphens and case aside
   * @param by the security administrator's id
   */
  public PeopleOutcome confirm(String id, String typed, String by) throws SQLException {
    if (id.equals(by)) {
      return new PeopleOutcome.Refused(Why.ONESELF);
    }
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      if (People.update(connection, "UPDATE person SET confirmed_by = ? WHERE id = ?", by, id)
          == 0) {
        return new PeopleOutcome.Refused(Why.NO_SUCH_PERSON);
      }
      Optional<String> secret = secret(connection, id);
      if (secret.isEmpty()) {
        return new PeopleOutcome.Refused(Why.NOT_YET);
      }
      boolean same = Secrets.equal(Secrets.word(id, secret.get()), Secrets.typed(typed));
      if (!same) {
        connection.rollback();
      }
      log.add(
          connection,
          new Entry(by, same ? Deed.PERSON_CONFIRMED : Deed.CONFIRMATION_FAILED, id, ""));
      connection.commit();
      return same ? new PeopleOutcome.Done() : new PeopleOutcome.Refused(Why.WRONG_WORD);
    }
  }

  private static Optional<String> secret(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT totp_secret FROM person WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }
}
