package org.openhall.office.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.people.PeopleOutcome.Why;

/** Who works at the desk. Every change ends the sessions of whom it is about. */
public final class People {
  /** How long a code for the first sign-in is good. */
  public static final Duration FIRST = Duration.ofDays(3);

  private static final String ID = "[a-z0-9][a-z0-9.-]{1,31}";
  private static final int LONGEST_NAME = 60;
  private static final String NO_ROLES = "-";

  private static final String QUERY =
      "SELECT p.*, coalesce((SELECT string_agg(r.role, ',') FROM person_role r"
          + " WHERE r.person_id = p.id), '') AS roles FROM person p";

  private final OfficeDatabase database;
  private final AuditLog log;
  private final Clock clock;

  public People(OfficeDatabase database, AuditLog log, Clock clock) {
    this.database = database;
    this.log = log;
    this.clock = clock;
  }

  /** Somebody who may sign in. */
  public Optional<Person> find(String id) {
    return database
        .client()
        .sql(QUERY + " WHERE p.id = ? AND p.disabled_at IS NULL")
        .param(id)
        .query((row, _) -> listed(row).person())
        .optional();
  }

  /** All, by name for signing in, those who may not sign in too. */
  public List<Listed> all() {
    return database.client().sql(QUERY + " ORDER BY p.id").query((row, _) -> listed(row)).list();
  }

  private static Listed listed(ResultSet row) throws SQLException {
    String disabled = row.getString("disabled_at");
    return new Listed(
        new Person(row.getString("id"), row.getString("name"), roles(row.getString("roles"))),
        row.getString("password") != null,
        row.getString("confirmed_by") != null,
        Instant.parse(row.getString("created_at")),
        disabled == null ? null : Instant.parse(disabled));
  }

  private static Set<Role> roles(String joined) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : joined.split(",", -1)) {
      if (!name.isEmpty()) {
        roles.add(Role.valueOf(name));
      }
    }
    return roles;
  }

  /**
   * Makes somebody, without a role.
   *
   * @param by who does it, as in {@link Entry}
   */
  public PeopleOutcome add(String id, String name, String by) throws SQLException {
    if (!id.matches(ID)) {
      return new PeopleOutcome.Refused(Why.BAD_ID);
    } else if (id.equals(Entry.COMMAND)) { // the log would take them for the server's command
      return new PeopleOutcome.Refused(Why.ID_TAKEN);
    } else if (name.isBlank() || name.length() > LONGEST_NAME) {
      return new PeopleOutcome.Refused(Why.BAD_NAME);
    }
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String sql =
          "INSERT INTO person (id, name, lone, created_at) VALUES (?, ?, 0, ?)"
              + " ON CONFLICT (id) DO NOTHING";
      if (update(connection, sql, id, name.strip(), now().toString()) == 0) {
        return new PeopleOutcome.Refused(Why.ID_TAKEN);
      }
      String code = firstCode(connection, id);
      log.add(connection, new Entry(by, Deed.PERSON_ADDED, id, name.strip()));
      connection.commit();
      return new PeopleOutcome.Code(code);
    }
  }

  private String firstCode(Connection connection, String id) throws SQLException {
    String code = Secrets.code();
    update(
        connection,
        "UPDATE person SET first_code = ?, first_until = ?, password = NULL, totp_secret = NULL,"
            + " confirmed_by = NULL WHERE id = ?",
        Secrets.hash(code),
        now().plus(FIRST).toString(),
        id);
    return code;
  }

  /**
   * Gives a code for another first sign-in; password and codes from before are void. Given at the
   * desk it takes the roles as well: who makes people could use it, and grants no roles.
   */
  public PeopleOutcome giveCode(String id, String by) throws SQLException {
    if (id.equals(by)) {
      return new PeopleOutcome.Refused(Why.ONESELF);
    }
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      if (update(connection, "UPDATE person SET totp_step = 0 WHERE id = ?", id) == 0) {
        return new PeopleOutcome.Refused(Why.NO_SUCH_PERSON);
      }
      String code = firstCode(connection, id);
      Sessions.endAll(connection, id);
      log.add(connection, new Entry(by, Deed.FIRST_CODE_GIVEN, id, ""));
      if (!by.equals(Entry.COMMAND)
          && update(connection, "DELETE FROM person_role WHERE person_id = ?", id) > 0) {
        log.add(connection, new Entry(by, Deed.ROLES_GRANTED, id, NO_ROLES));
      }
      connection.commit();
      return new PeopleOutcome.Code(code);
    }
  }

  /**
   * Gives somebody these roles and no other. At the desk only who is confirmed gets one that they
   * did not have; to take roles away needs nothing.
   */
  public PeopleOutcome grant(String id, Set<Role> roles, String by) throws SQLException {
    if (id.equals(by)) {
      return new PeopleOutcome.Refused(Why.ONESELF);
    } else if (!Role.goTogether(roles)) {
      return new PeopleOutcome.Refused(Why.ROLES_APART);
    }
    int lone = roles.stream().anyMatch(Role::isLone) ? 1 : 0;
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      if (update(connection, "UPDATE person SET id = id WHERE id = ?", id) == 0) {
        return new PeopleOutcome.Refused(Why.NO_SUCH_PERSON);
      } else if (!by.equals(Entry.COMMAND) && !mayGet(connection, id, roles)) {
        return new PeopleOutcome.Refused(Why.NOT_CONFIRMED);
      }
      update(connection, "DELETE FROM person_role WHERE person_id = ?", id);
      update(connection, "UPDATE person SET lone = " + lone + " WHERE id = ?", id);
      for (Role role : roles) {
        update(
            connection,
            "INSERT INTO person_role (person_id, role, lone) VALUES (?, ?, " + lone + ")",
            id,
            role.name());
      }
      Sessions.endAll(connection, id);
      log.add(connection, new Entry(by, Deed.ROLES_GRANTED, id, names(roles)));
      connection.commit();
      return new PeopleOutcome.Done();
    }
  }

  private static boolean mayGet(Connection connection, String id, Set<Role> roles)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(QUERY + " WHERE p.id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            && (row.getString("confirmed_by") != null
                || roles(row.getString("roles")).containsAll(roles));
      }
    }
  }

  private static String names(Set<Role> roles) {
    return roles.isEmpty()
        ? NO_ROLES
        : roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
  }

  /** Lets somebody sign in no more, at once. */
  public PeopleOutcome disable(String id, String by) throws SQLException {
    return id.equals(by)
        ? new PeopleOutcome.Refused(Why.ONESELF)
        : able(id, now().toString(), new Entry(by, Deed.PERSON_DISABLED, id, ""));
  }

  /** Lets somebody sign in again. */
  public PeopleOutcome enable(String id, String by) throws SQLException {
    return able(id, null, new Entry(by, Deed.PERSON_ENABLED, id, ""));
  }

  private PeopleOutcome able(String id, @Nullable String disabledAt, Entry entry)
      throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      if (update(connection, "UPDATE person SET disabled_at = ? WHERE id = ?", disabledAt, id)
          == 0) {
        return new PeopleOutcome.Refused(Why.NO_SUCH_PERSON);
      }
      Sessions.endAll(connection, id);
      log.add(connection, entry);
      connection.commit();
      return new PeopleOutcome.Done();
    }
  }

  static int update(Connection connection, String sql, @Nullable String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
