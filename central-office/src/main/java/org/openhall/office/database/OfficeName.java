package org.openhall.office.database;

/** The office's name as terminals show it; a new office bears the sample's name. */
public final class OfficeName {
  private static final String OF_A_NEW_OFFICE = "示例市政务服务中心";

  private final OfficeDatabase database;

  /** The name kept in this database. */
  public OfficeName(OfficeDatabase database) {
    this.database = database;
  }

  /** The name in force. */
  public String get() {
    return database
        .client()
        .sql("SELECT value FROM setting WHERE name = 'office-name'")
        .query(String.class)
        .optional()
        .orElse(OF_A_NEW_OFFICE);
  }

  /** Gives the office another name, from the next release on. */
  public void set(String name) {
    database
        .client()
        .sql(
            "INSERT INTO setting (name, value) VALUES ('office-name', ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .param(name)
        .update();
  }
}
