package org.openhall.office.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.ServiceGuide;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.lint.LintFinding.Subject;

/**
 * Looks at records before they are published, in one pass: {@link #visit} each, by ascending id,
 * then {@link #end}. What is found goes to the consumer at once and is not kept. Records are not
 * changed.
 */
public final class Linter {
  private final Desk desk;
  private final Consumer<LintFinding> findings;
  private final Persons persons;
  private final Days days;
  private final AttachedFiles files;
  private final Across across;

  /**
   * What records are looked at with.
   *
   * @param today the office's day
   * @param office the office's name: what has another source is imported, and judged less strictly
   *     where its source has not got a field
   * @param filesDir the bytes of attachments, each under its SHA-256
   */
  public record Desk(LocalDate today, String office, Path filesDir) {}

  /**
   * @param findings hears of everything found
   */
  public Linter(Desk desk, Consumer<LintFinding> findings) {
    this.desk = desk;
    this.findings = findings;
    this.persons = new Persons(desk.today());
    this.days = new Days(desk.today());
    this.files = new AttachedFiles(desk.filesDir(), persons);
    this.across = new Across(desk.today());
  }

  /** Looks at the next record. */
  public void visit(EncodedRecord encoded) throws IOException {
    ContentRecord record = decode(encoded);
    Subject subject = Subjects.of(record, desk.office());
    Complaints complaints = (rule, field, arguments) -> found(rule, subject, field, arguments);
    persons.check(record, complaints);
    files.check(record, complaints);
    Statutory.check(record, complaints);
    days.check(record, complaints);
    Wording.check(record, complaints);
    across.check(record, subject, complaints);
    if (record instanceof ServiceGuide guide) {
      Guides.check(guide, complaints);
    }
  }

  /** After the last record: what could only be known then. */
  public void end() {
    across.end(this::found);
  }

  private void found(Rule rule, Subject subject, String field, @Nullable Object... arguments) {
    Severity severity = subject.isImported() ? rule.severityOfImported() : rule.severity();
    List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
    findings.accept(new LintFinding(rule, severity, subject, field, texts));
  }

  private static ContentRecord decode(EncodedRecord encoded) throws IOException {
    try {
      return RecordCodec.decode(encoded.json());
    } catch (MalformedRecordException e) {
      throw new IOException("the record %s is damaged; import it again".formatted(encoded.id()), e);
    }
  }
}
