package org.openhall.kiosk.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The findings as lines for a person. */
record Report(List<Finding> found, Locale locale) {

  /**
   * The findings by area, and at the end how it stands.
   *
   * @param all also what is well
   */
  List<String> lines(boolean all) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : found) {
      if (all || finding.severity().compareTo(Severity.NOTE) >= 0) {
        lines.add(
            "%s %s  %s"
                .formatted(
                    FindingWords.word("mark." + finding.severity(), locale),
                    FindingWords.word("area." + finding.area(), locale),
                    finding.words(locale)));
        String next = finding.next(locale);
        if (!next.isEmpty()) {
          lines.add("     → " + next);
        }
      }
    }
    lines.add(FindingWords.word("worst." + Doctor.worst(found), locale));
    return lines;
  }
}
