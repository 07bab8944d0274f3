package org.openhall.office.catalog;

import org.openhall.office.text.Trouble;

/** What came of importing one file. */
public sealed interface ImportOutcome {

  /** The file is in the catalogue. */
  record Imported(ImportReport report) implements ImportOutcome {}

  /** The file is of no kind that the office takes; the catalogue is unchanged. */
  record NotRecognised(String file) implements ImportOutcome {}

  /** The file is broken or cannot be read; the catalogue is unchanged. */
  record Broken(Trouble trouble) implements ImportOutcome {}
}
