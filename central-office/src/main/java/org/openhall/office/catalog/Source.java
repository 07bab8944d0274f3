package org.openhall.office.catalog;

import java.io.IOException;

/** What an import reads from, as its report names it. */
public interface Source {

  /** A name for people, without a folder. */
  String name();

  /** Share read so far, 0 to 1. */
  double fractionRead();

  /** SHA-256 of the whole, lower-case hex; asked for once, when all has been read. */
  String sha256() throws IOException;
}
