package org.openhall.simulator.printer;

import java.nio.charset.StandardCharsets;

/** The program at the other end of the line, as far as the printer may speak to it. */
interface Host {

  /** Sends bytes; where the line is gone they are lost. */
  void send(byte[] bytes);

  /** Turns automatic status back on or off. */
  void automaticStatus(boolean on);

  /** The answers that a host gets when its question has its turn among the print data. */
  final class Reply {

    private static final int AS_DIGIT = '0';

    private Reply() {}

    static void apply(Token token, Host host, Sensors sensors) {
      switch (token.op()) {
        case AUTOMATIC_STATUS -> automatic(token.n() != 0, host, sensors);
        case TRANSMIT_STATUS -> status(token.n() % AS_DIGIT, host, sensors);
        default -> id(token.n(), host);
      }
    }

    private static void automatic(boolean on, Host host, Sensors sensors) {
      host.automaticStatus(on);
      if (on) {
        host.send(StatusBytes.automatic(sensors));
      }
    }

    /** 1 the paper sensors, 2 the drawer (closed); other numbers have no answer. */
    private static void status(int n, Host host, Sensors sensors) {
      if (n == 1 || n == 2) {
        host.send(new byte[] {(byte) (n == 1 ? StatusBytes.paperInBand(sensors) : 0)});
      }
    }

    private static void id(int n, Host host) {
      switch (n) {
        case 1, '1' -> host.send(new byte[] {0x20});
        case 2, '2' -> host.send(new byte[] {0x03}); // Hanzi, autocutter
        case 3, '3' -> host.send(new byte[] {0x01});
        case 'A' -> text("1.0", host);
        case 'B' -> text("OpenHall", host);
        case 'C' -> text("SIMULATOR", host);
        case 'D' -> text("0001", host);
        case 'E' -> text("CHINA GB18030", host);
        default -> {}
      }
    }

    private static void text(String text, Host host) {
      host.send(("_" + text + "\0").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
