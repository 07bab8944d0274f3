package org.openhall.office.authored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.content.Origin;
import org.openhall.content.codec.MalformedRecordException;

class AuthoredHallTest {
  @TempDir Path folder;

  @BeforeEach
  void makeADepartment() throws IOException {
    write(
        "departments.json",
        "[{\"type\":\"department\",\"header\":{\"id\":\"d\"},\"name\":\"公安局\"}]");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private AuthoredHall read() throws IOException {
    return AuthoredHall.read(HallFolder.of(folder));
  }

  private String told() throws IOException {
    return read().problems().stream()
        .map(p -> p.file() + ":" + p.line() + " " + p.trouble().key().substring(13))
        .collect(Collectors.joining(", "));
  }

  private static String guide(String id, String more) {
    return "{\"type\":\"service-guide\",\"header\":{\"id\":\"%s\",\"departmentId\":\"d\"},"
            .formatted(id)
        + "\"title\":\"补领\",\"audiences\":[\"natural-person\"]"
        + more
        + "}";
  }

  @Test
  void aSoundHallHasNoProblems() throws IOException {
    write("guides/a.json", guide("a", ""));
    write("entries/e.md", "---\nid: e\ntitle: 通知\n---\n正文\n");
    assertTrue(HallFolder.isHall(folder));
    assertEquals("", told());
    assertEquals(3, read().records().size());
  }

  @Test
  void anAttachmentIsGivenTypeLengthHashAndPages() throws IOException, MalformedRecordException {
    Files.createDirectories(folder.resolve("files"));
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.addPage(new PDPage());
      pdf.save(folder.resolve("files/form.pdf").toFile());
    }
    write(
        "forms.json",
        "{\"type\":\"form\",\"header\":{\"id\":\"f\"},\"title\":\"表\",\"blank\":{\"file\":\"form.pdf\",\"name\":\"申领表.pdf\"}}");
    AuthoredHall hall = read();
    assertEquals(List.of(), hall.problems());
    Origin origin = new Origin("示例", "k", "0".repeat(64), LocalDate.of(2026, 11, 1), true);
    Attachment blank = Attachments.of(hall.records().getLast().record(1, origin)).getFirst();
    assertEquals("申领表.pdf", blank.name());
    assertEquals("application/pdf", blank.mediaType());
    assertEquals(2, blank.pages());
    assertEquals(Files.size(folder.resolve("files/form.pdf")), blank.length());
    assertEquals(folder.resolve("files/form.pdf"), hall.files().get(blank.sha256()));
  }

  @Test
  void aMissingFileAndAFileOutsideAreNamed() throws IOException {
    write(
        "forms.json",
        "[{\"type\":\"form\",\"header\":{\"id\":\"f\"},\"title\":\"表\",\"blank\":{\"file\":\"none.pdf\"},\n\"example\":{\"file\":\"../departments.json\"}}]");
    assertTrue(told().startsWith("forms.json:1 file-missing, forms.json:1 file-missing"), told());
  }

  @Test
  void everyViolationOfARecordIsNamedWhereItBegins() throws IOException {
    write(
        "guides/a.json",
        "["
            + guide("a", ",\"materials\":[{\"name\":\"户口簿\",\"necessity\":\"perhaps\"}]")
            + ",\n"
            + guide("b", ",\"titel\":1")
            + ",\n"
            + guide("b", "")
            + ",\n17]");
    assertEquals(
        "guides/a.json:4 not-a-record, guides/a.json:1 field, guides/a.json:2 unknown-fields,"
            + " guides/a.json:3 twice",
        told());
  }

  @Test
  void referencesThatLeadNowhereAreNamed() throws IOException {
    write(
        "guides/a.json",
        guide(
            "a",
            ",\"personThemes\":[\"t\"],\"windows\":[{\"name\":\"窗\",\"windowIds\":[\"A99\"]}],"
                + "\"materials\":[{\"name\":\"表\",\"necessity\":\"required\",\"formId\":\"f\"}]"));
    write("entries/e.md", "---\nid: e\ndepartmentId: nobody\ncategoryId: c\ntitle: 通知\n---\n正文\n");
    assertEquals(
        5, read().problems().stream().filter(p -> p.trouble().key().endsWith("no-such")).count());
  }

  @Test
  void theStepsOfALifeEventAreGuidesThatNameIt() throws IOException {
    write("guides/a.json", guide("a", ",\"lifeEvents\":[\"event\"]"));
    write("guides/b.json", guide("b", ""));
    write(
        "catalog.json",
        "{\"type\":\"catalog-node\",\"header\":{\"id\":\"event\"},\"tree\":\"life-event\","
            + "\"name\":\"一件事\",\"order\":1,\"steps\":[\"a\",\"b\",\"c\"]}");
    assertEquals(
        2, read().problems().stream().filter(p -> p.trouble().key().endsWith("no-such")).count());
  }

  @Test
  void clausesMustNameEarlierQuestionsAndTheirChoices() throws IOException {
    write(
        "guides/a.json",
        guide(
            "a",
            ",\"situations\":[{\"id\":\"who\",\"question\":\"谁\",\"choices\":[{\"id\":\"self\",\"label\":\"本人\"},{\"id\":\"agent\",\"label\":\"委托\"}],"
                + "\"when\":[{\"question\":\"age\",\"choices\":[\"child\"]}]},"
                + "{\"id\":\"age\",\"question\":\"多大\",\"choices\":[{\"id\":\"child\",\"label\":\"小\"}]}],"
                + "\"materials\":[{\"name\":\"委托书\",\"necessity\":\"required\",\"when\":[{\"question\":\"who\",\"choices\":[\"nobody\"]}]}]"));
    assertEquals(
        "guides/a.json:1 no-question, guides/a.json:1 choices, guides/a.json:1 no-choice", told());
  }

  @Test
  void brokenJsonIsNamedByItsLine() throws IOException {
    write("guides/a.json", "[\n" + guide("a", "") + ",\n{\"type\" 1}]");
    assertEquals("guides/a.json:3 json-broken", told());
  }

  @Test
  void aWorkdayInExchangeIsAWeekend() throws IOException {
    write(
        "calendars.json",
        "{\"type\":\"working-calendar\",\"header\":{\"id\":\"k\"},\"year\":2026,\"status\":\"announced\",\"workdays\":[\"2026-01-05\"],"
            + "\"holidays\":[{\"name\":\"春节\",\"from\":\"2027-02-15\",\"until\":\"2027-02-23\"}]}");
    assertEquals("calendars.json:1 calendar, calendars.json:1 calendar", told());
  }
}
