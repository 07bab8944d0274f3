package org.openhall.office.enrol;

/** How the office stands to whoever showed a certificate. */
public sealed interface Standing {

  /** One of its terminals. */
  record Member(String terminalId) implements Standing {}

  /** One of its terminals that was off too long: it may renew its certificate, nothing else. */
  record Late(String terminalId) implements Standing {}

  /** One of its terminals, but off so long that it has to enrol again. */
  record TooLate() implements Standing {}

  /** Locked out. */
  record Revoked() implements Standing {}

  /** Not issued here. */
  record Unknown() implements Standing {}
}
