package org.openhall.agent;

/** How a command ended. */
enum Exit {
  DONE(0),
  WRONG_COMMAND_LINE(1),
  REFUSED(2),
  IN_USE(3),
  MACHINE_FAILED(4),
  OFFICE_AWAY(5);

  private final int status;

  Exit(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
