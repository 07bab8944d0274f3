package org.openhall.kiosk.technician;

/** Who may do what in the service area; a PIN belongs to one of them. */
public enum Role {
  /** 值守人员: paper, restart, cleaning. */
  ATTENDANT(6),
  /** 技术人员: everything. */
  TECHNICIAN(8);

  private final int digits;

  Role(int digits) {
    this.digits = digits;
  }

  /** Digits that a PIN has at least. */
  public int digits() {
    return digits;
  }
}
