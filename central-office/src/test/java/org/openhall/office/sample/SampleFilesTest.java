package org.openhall.office.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.content.ContentRecord;
import org.openhall.content.Form;
import org.openhall.content.ServiceGuide;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.office.authored.AuthoredHall;
import org.openhall.office.authored.HallFolder;

/** The files of the sample: forms, pictures, tables. */
class SampleFilesTest {
  private static final long MOST_BYTES = 4_000_000;

  private static Sample sample;
  private static Path folder;

  @BeforeAll
  static void read() throws IOException, MalformedRecordException {
    sample = Sample.read();
    folder = Path.of("src/main/resources/sample/files");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void everyFileIsNamedByARecord() throws IOException {
    Set<String> named = new HashSet<>();
    for (ContentRecord record : sample.all()) {
      Attachments.of(record).stream().map(Attachment::sha256).forEach(named::add);
    }
    assertEquals(files().size(), named.size());
    try (HallFolder hall = HallFolder.shipped()) {
      assertEquals(named, AuthoredHall.read(hall).files().keySet());
    }
  }

  @Test
  void allOfThemAreSmall() throws IOException {
    long bytes = files().stream().mapToLong(file -> file.toFile().length()).sum();
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }

  @Test
  void thereIsABlankForEveryFormAndAnExampleForMany() {
    List<Form> forms = sample.all(Form.class);
    assertTrue(forms.size() >= 20, forms.size() + " forms");
    forms.forEach(form -> assertNotNull(form.blank(), form.title()));
    assertTrue(forms.stream().filter(form -> form.example() != null).count() >= 10);
  }

  @Test
  void everyFormIsReachedFromAGuideOrADocument() {
    Set<String> reached = new HashSet<>(Set.of("sample-f-disclosure-application"));
    for (ServiceGuide guide : sample.all(ServiceGuide.class)) {
      for (ServiceGuide.Material material :
          Objects.requireNonNullElse(guide.materials(), List.<ServiceGuide.Material>of())) {
        if (material.formId() != null) {
          reached.add(material.formId());
        }
      }
    }
    sample
        .all(Form.class)
        .forEach(form -> assertTrue(reached.contains(form.header().id()), form.title()));
  }

  @Test
  void everyFormIsA4WithItsTitleAndFontsInside() throws IOException {
    for (Path file : files()) {
      if (file.toString().endsWith(".pdf")) {
        assertIsForm(file);
      }
    }
  }

  private static void assertIsForm(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String title = document.getDocumentInformation().getTitle();
      assertTrue(new PDFTextStripper().getText(document).contains(title), file.toString());
      for (PDPage page : document.getPages()) {
        assertEquals(PDRectangle.A4.getHeight(), page.getMediaBox().getHeight());
        for (COSName font : page.getResources().getFontNames()) {
          assertTrue(page.getResources().getFont(font).isEmbedded(), file.toString());
        }
      }
    }
  }
}
