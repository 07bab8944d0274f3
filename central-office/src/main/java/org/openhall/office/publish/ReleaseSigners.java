package org.openhall.office.publish;

import java.time.Instant;
import java.util.List;
import org.openhall.office.database.OfficeDatabase;

/**
 * Which person signed a release that waits, at the desk. What counts is the signed metadata; this
 * says whose word it was.
 */
public final class ReleaseSigners {
  private final OfficeDatabase database;

  /** The signers in this database. */
  public ReleaseSigners(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * A signature.
   *
   * @param role editors or reviewers
   * @param person a person's id
   */
  public record Signer(String role, String person, Instant at) {}

  /** Notes a signature, in the place of an earlier one of that role. */
  public void note(long release, String role, String person, Instant at) {
    database
        .client()
        .sql(
            "INSERT INTO release_signature (release, role, person, at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (release, role) DO UPDATE SET person = excluded.person,"
                + " at = excluded.at")
        .param(release)
        .param(role)
        .param(person)
        .param(at.toString())
        .update();
  }

  /** Who signed a release. */
  public List<Signer> of(long release) {
    return database
        .client()
        .sql("SELECT role, person, at FROM release_signature WHERE release = ? ORDER BY role")
        .param(release)
        .query((row, _) ->
            new Signer(
                row.getString("role"), row.getString("person"), Instant.parse(row.getString("at"))))
        .list();
  }
}
