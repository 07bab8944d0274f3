package org.openhall.office.database;

/** The office's name as terminals show it; a new office bears the sample's name. */
public final class OfficeName {
  private static final String OF_A_NEW_OFFICE = "示例市政务服务中心";

  private final Setting setting;

  /** The name kept in this database. */
  public OfficeName(OfficeDatabase database) {
    this.setting = new Setting(database, "office-name");
  }

  /** The name in force. */
  public String get() {
    return setting.get().orElse(OF_A_NEW_OFFICE);
  }

  /** Gives the office another name, from the next release on. */
  public void set(String name) {
    setting.set(name);
  }
}
