package org.openhall.demo.chaos;

/** How a line over TLS may be. */
enum BadTls {
  SOUND("is as it should be"),
  CUT("is cut in the middle of a record"),
  WRONG_HOST("proves another name"),
  EXPIRED("shows a certificate that is over"),
  FOREIGN("shows a certificate of another authority"),
  STALLED("stops in the handshake"),
  PLAIN("speaks no TLS");

  final String words;

  BadTls(String words) {
    this.words = words;
  }
}
