package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one area. */
interface Check {
  Area area();

  /**
   * What there is to say; at least one finding.
   *
   * @throws IOException where something may not be read, which the doctor tells as not known
   */
  List<Finding> look() throws IOException;
}
