package org.openhall.office.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.office.file.FileGate.Look;

class FileGateTest {
  private static final FileGate GATE = new FileGate(EnumSet.allOf(FileKind.class), 8 << 20);

  @TempDir Path folder;

  private List<FileFault> faults(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("upload"), bytes);
    return switch (GATE.look(name, file)) {
      case Look.Taken _ -> List.of();
      case Look.Refused refused -> refused.reasons().stream().map(r -> r.fault()).toList();
    };
  }

  private List<FileFault> faults(String name, String text) throws IOException {
    return faults(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(FileFault fault, String name, byte[] bytes) throws IOException {
    List<FileFault> found = faults(name, bytes);
    assertTrue(found.contains(fault), name + ": " + found);
  }

  private void assertRefused(FileFault fault, String name, String text) throws IOException {
    assertRefused(fault, name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void harmlessFilesComeIn() throws IOException {
    assertEquals(List.of(), faults("办事指南.xlsx", HostileFiles.workbook()));
    assertEquals(List.of(), faults("目录.csv", "标题,文号\n通知,1号\n"));
    assertEquals(List.of(), faults("a.json", "[{\"title\":\"通知\"}]"));
    assertEquals(
        List.of(),
        faults("a.html", "<h1>通知</h1><a href='https://gov.example/x'>原文</a><table></table>"));
    assertEquals(List.of(), faults("图.png", HostileFiles.png(1920, 1080)));
    assertEquals(List.of(), faults("图.jpg", HostileFiles.jpeg(1920, 1080)));
    byte[] pack = HostileFiles.zip(Map.of("附件/说明.txt", "文字"));
    assertEquals(List.of(), faults("附件.zip", pack));
  }

  @Test
  void archivesThatUnpackToFarMoreThanTheyAreAreRefused() throws IOException {
    assertRefused(FileFault.ZIP_RATIO, "a.zip", HostileFiles.bomb("a.txt", 64));
    assertRefused(FileFault.ZIP_RATIO, "a.xlsx", HostileFiles.bomb("xl/worksheets/sheet1.xml", 64));
    assertRefused(FileFault.ZIP_COUNT, "a.zip", HostileFiles.crowd(5_001));
  }

  @Test
  void anArchiveWhoseDirectoryLiesAboutSizesIsCountedByItsBytes() throws IOException {
    byte[] bomb = HostileFiles.bomb("a.txt", 64);
    for (int i = bomb.length - 4; i > 0; i--) {
      if (bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2) {
        java.nio.ByteBuffer.wrap(bomb).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(i + 24, 10);
      }
    }
    List<FileFault> found = faults("a.zip", bomb);
    assertTrue(
        found.contains(FileFault.ZIP_RATIO) || found.contains(FileFault.BROKEN), found.toString());
  }

  @Test
  void archivesInArchivesAreRefusedButDocumentsInAnArchiveAreLookedAt() throws IOException {
    String inner = new String(HostileFiles.zip(Map.of("a.txt", "x")), StandardCharsets.ISO_8859_1);
    byte[] nested = raw("inner.zip", inner.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(FileFault.ZIP_NESTED, "a.zip", nested);
    assertRefused(FileFault.ZIP_NESTED, "a.xlsx", nested);
    assertRefused(FileFault.ZIP_NESTED, "a.zip", raw("readme.txt", HostileFiles.workbook()));
    assertEquals(List.of(), faults("a.zip", raw("表.xlsx", HostileFiles.workbook())));
    byte[] macros = HostileFiles.workbookWith("xl/vbaProject.bin", "x");
    assertRefused(FileFault.MACRO, "a.zip", raw("表.xlsx", macros));
  }

  private static byte[] raw(String entry, byte[] bytes) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(out)) {
      zip.putNextEntry(new java.util.zip.ZipEntry(entry));
      zip.write(bytes);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  @Test
  void entitiesAndDocumentTypesOfTheirOwnAreRefused() throws IOException {
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol1"
            + " \"&lol;&lol;&lol;\">]><sst>&lol1;</sst>";
    String outside =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst>&f;"
            + "</sst>";
    for (String xml : List.of(laughs, outside)) {
      byte[] workbook = HostileFiles.workbookWith("xl/sharedStrings.xml", xml);
      assertRefused(FileFault.DOCTYPE, "a.xlsx", workbook);
    }
  }

  @Test
  void xmlThatHidesInAnotherEncodingIsRefused() throws IOException {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x []><sst/>";
    String hidden =
        new String(xml.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    byte[] workbook = HostileFiles.workbookWith("xl/sharedStrings.xml", hidden);
    assertRefused(FileFault.BROKEN, "a.xlsx", workbook);
  }

  @Test
  void macrosAndEmbeddedDocumentsAreRefused() throws IOException {
    assertRefused(FileFault.MACRO, "a.xlsx", HostileFiles.workbookWith("xl/vbaProject.bin", "x"));
    assertRefused(
        FileFault.MACRO, "a.xlsx", HostileFiles.workbookWith("xl/macrosheets/sheet1.xml", "<a/>"));
    assertRefused(
        FileFault.MACRO,
        "a.xlsx",
        HostileFiles.workbookWith(
            "[Content_Types].xml",
            "<Types><Override ContentType=\"x.macroEnabled.main\"/></Types>"));
    assertRefused(
        FileFault.EMBEDDED,
        "a.xlsx",
        HostileFiles.workbookWith("xl/embeddings/oleObject1.bin", "x"));
    assertRefused(
        FileFault.EMBEDDED, "a.xlsx", HostileFiles.workbookWith("xl/activeX/activeX1.xml", "<a/>"));
    assertRefused(FileFault.PROGRAM, "a.xlsm", HostileFiles.workbook());
    assertRefused(FileFault.LOCKED, "a.xlsx", hex("d0cf11e0a1b11ae1"));
  }

  private static byte[] hex(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }

  @Test
  void whatAWorkbookFetchesByItselfIsRefusedAndALinkIsNot() throws IOException {
    assertRefused(
        FileFault.EXTERNAL_LINK,
        "a.xlsx",
        HostileFiles.workbookWith("xl/externalLinks/externalLink1.xml", "<externalLink/>"));
    assertRefused(
        FileFault.EXTERNAL_LINK,
        "a.xlsx",
        HostileFiles.workbookWith("xl/connections.xml", "<connections/>"));
    String relation =
        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.example/relationships/%s\""
            + " Target=\"https://evil.example/\" TargetMode=\"External\"/></Relationships>";
    String path = "xl/worksheets/_rels/sheet1.xml.rels";
    assertRefused(
        FileFault.EXTERNAL_LINK,
        "a.xlsx",
        HostileFiles.workbookWith(path, relation.formatted("image")));
    assertEquals(
        List.of(),
        faults("a.xlsx", HostileFiles.workbookWith(path, relation.formatted("hyperlink"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href=' data:text/html;base64,x'>x</a>",
        "<iframe srcdoc='x'></iframe>",
        "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
        "<svg onload=alert(1)>",
        "<form action='vbscript:x'></form>",
        "<meta http-equiv=Refresh content='0;url=//evil.example'>",
        "<base href='//evil.example/'>",
        "<object data=x></object>"
      })
  void whatRunsInAPageIsRefused(String html) throws IOException {
    assertEquals(List.of(FileFault.SCRIPT), faults("a.html", html));
  }

  @Test
  void drawingsAreOfNoKindThatIsTaken() throws IOException {
    assertRefused(FileFault.PROGRAM, "a.svg", "<svg onload='alert(1)'/>");
    assertRefused(FileFault.SCRIPT, "a.txt", "<svg onload='alert(1)'></svg>");
    assertRefused(FileFault.SCRIPT, "a.csv", "<html><script>alert(1)</script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.csv",
        "..\\a.csv",
        "目录/a.csv",
        "．．／a.csv",
        "a＼b.csv",
        "C:a.csv",
        "a\0.csv",
        "报告\u202Evsc.exe.csv",
        "a\u200B.csv",
        "a\nb.csv",
        ".csv",
        " "
      })
  void namesThatLeadElsewhereOrShowOtherwiseAreRefused(String name) throws IOException {
    assertEquals(List.of(FileFault.NAME), faults(name, "a,b\n1,2\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a.txt", "/etc/a.txt", "a/..\\..\\b.txt", "上级/../../甲.txt", "C:/a.txt"})
  void pathsThatLeaveAnArchiveAreRefused(String path) throws IOException {
    assertRefused(FileFault.NAME, "a.zip", HostileFiles.zip(Map.of(path, "x")));
  }

  @Test
  void programsAreRefusedWhateverTheyAreCalled() throws IOException {
    assertRefused(FileFault.PROGRAM, "a.csv", "MZ\u0090\0");
    assertRefused(FileFault.PROGRAM, "a.pdf.exe", "x");
    assertRefused(FileFault.PROGRAM, "a.pdf．ＥＸＥ", "x");
    assertRefused(FileFault.PROGRAM, "a.zip", HostileFiles.zip(Map.of("setup.exe", "MZ")));
    assertRefused(FileFault.PROGRAM, "a.txt", "#!/bin/sh\n");
  }

  @Test
  void picturesOfTooManyPixelsAreRefusedWithoutBeingDecoded() throws IOException {
    assertRefused(FileFault.HUGE_PICTURE, "a.png", HostileFiles.png(60_000, 60_000));
    assertRefused(FileFault.HUGE_PICTURE, "a.png", HostileFiles.png(-1, -1));
    assertRefused(FileFault.HUGE_PICTURE, "a.jpg", HostileFiles.jpeg(65_000, 65_000));
    assertRefused(FileFault.BROKEN, "a.jpg", HostileFiles.jpeg(0, 10));
    assertRefused(FileFault.BROKEN, "a.png", hex("89504e470d0a1a0a0000"));
  }

  @Test
  void filesThatAreNotWhatTheySayAreRefused() throws IOException {
    assertRefused(FileFault.NOT_WHAT_IT_SAYS, "a.csv", HostileFiles.workbook());
    assertRefused(FileFault.NOT_WHAT_IT_SAYS, "a.json", "%PDF-1.7");
    assertRefused(FileFault.NOT_WHAT_IT_SAYS, "a.xlsx", "a,b\n1,2");
    assertRefused(FileFault.NOT_WHAT_IT_SAYS, "a.png", HostileFiles.jpeg(10, 10));
    assertRefused(FileFault.NOT_WHAT_IT_SAYS, "a.txt", "a\0b");
    assertRefused(FileFault.KIND, "a.rtf", "{\\rtf1}");
  }

  @Test
  void filesThatAreTwoThingsAtOnceAreRefused() throws IOException {
    byte[] archive = HostileFiles.zip(Map.of("a.txt", "x"));
    assertRefused(
        FileFault.POLYGLOT, "a.png", HostileFiles.joined(HostileFiles.png(10, 10), archive));
    byte[] behind = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        FileFault.POLYGLOT, "a.xlsx", HostileFiles.joined(HostileFiles.workbook(), behind));
    assertRefused(FileFault.POLYGLOT, "a.pdf", "%PDF-1.7\n<html><script>alert(1)</script>");
  }

  @Test
  void tooLongFilesAreNotEvenRead() throws IOException {
    assertRefused(FileFault.TOO_LONG, "a.csv", new byte[(8 << 20) + 1]);
    assertInstanceOf(Look.Refused.class, GATE.look("a.csv", folder.resolve("upload")));
  }
}
