package org.openhall.office.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;

class LinterTest {
  @TempDir Path files;

  @Test
  void findsWhatIsWrongAndNotWhatOnlyLooksLikeIt() throws IOException, MalformedRecordException {
    List<EncodedRecord> records = DirtyHall.records(files, DirtyHall.OFFICE);
    List<LintFinding> findings = DirtyHall.findings(records, files);
    Set<Rule> hit = EnumSet.noneOf(Rule.class);
    Set<Rule> missed = EnumSet.noneOf(Rule.class);
    List<String> wrong = new ArrayList<>();
    for (EncodedRecord record : records) {
      String[] id = record.id().split("\\.", -1);
      if (!id[0].equals("hit") && !id[0].equals("miss")) {
        continue;
      }
      Rule rule = Rule.of(id[1]).orElseThrow();
      (id[0].equals("hit") ? hit : missed).add(rule);
      if (found(findings, record.id()).contains(rule) != id[0].equals("hit")) {
        wrong.add(record.id() + ": " + found(findings, record.id()));
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(EnumSet.allOf(Rule.class), hit, "every rule is hit");
    assertEquals(EnumSet.allOf(Rule.class), missed, "every rule has a near miss");
  }

  private static Set<Rule> found(List<LintFinding> findings, String record) {
    return findings.stream()
        .filter(finding -> finding.subject().id().equals(record))
        .map(LintFinding::rule)
        .collect(Collectors.toSet());
  }

  @Test
  void noNumberOfAPersonStandsInAFinding() throws IOException, MalformedRecordException {
    for (LintFinding finding : findingsOf(DirtyHall.OFFICE)) {
      String said = String.join(" ", finding.arguments());
      assertFalse(said.matches("(?s).*\\d{8}.*"), finding.rule() + ": " + said);
      assertFalse(said.contains("110105 1949"), said);
    }
  }

  @Test
  void whatAnotherSourceHasNotGotIsANoticeAndAPersonsNumberStaysAnError()
      throws IOException, MalformedRecordException {
    List<LintFinding> authored = findingsOf(DirtyHall.OFFICE);
    List<LintFinding> imported = findingsOf("别处");
    assertEquals(Severity.WARNING, severity(authored, Rule.ENTRY_FIELDS));
    assertEquals(Severity.NOTICE, severity(imported, Rule.ENTRY_FIELDS));
    assertEquals(Severity.ERROR, severity(imported, Rule.ID_NUMBER));
  }

  private List<LintFinding> findingsOf(String source) throws IOException, MalformedRecordException {
    Path own = files.resolve(source);
    return DirtyHall.findings(DirtyHall.records(own, source), own);
  }

  private static Severity severity(List<LintFinding> findings, Rule rule) {
    return findings.stream().filter(f -> f.rule() == rule).findFirst().orElseThrow().severity();
  }

  @Test
  void aFindingKeepsItsKeyUntilItChanges() throws IOException, MalformedRecordException {
    List<LintFinding> once = findingsOf(DirtyHall.OFFICE);
    List<LintFinding> again =
        DirtyHall.findings(
            DirtyHall.records(files.resolve("again"), DirtyHall.OFFICE), files.resolve("again"));
    assertEquals(
        once.stream().map(LintFinding::key).toList(),
        again.stream().map(LintFinding::key).toList());
    assertTrue(once.stream().map(LintFinding::key).distinct().count() > once.size() * 0.99);
  }
}
