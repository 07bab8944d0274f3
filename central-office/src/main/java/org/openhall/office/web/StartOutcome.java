package org.openhall.office.web;

/** What came of starting the server. */
public sealed interface StartOutcome {

  /** It answers on this port until it is closed. */
  record Started(OfficeServer server) implements StartOutcome {}

  /** Another program listens there. */
  record PortInUse(String address, int port) implements StartOutcome {}

  /** The machine has no such address, or may not listen on it. */
  record AddressRefused(String address, int port, String detail) implements StartOutcome {}
}
