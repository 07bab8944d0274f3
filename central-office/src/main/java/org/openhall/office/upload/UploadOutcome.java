package org.openhall.office.upload;

import java.util.List;
import org.openhall.office.file.FileGate;

/** What came of bringing a file. */
public sealed interface UploadOutcome {

  /** It is there. */
  record Taken(Upload upload) implements UploadOutcome {}

  /** The gate does not let it in; nothing of it is kept. */
  record Refused(List<FileGate.Found> reasons) implements UploadOutcome {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
