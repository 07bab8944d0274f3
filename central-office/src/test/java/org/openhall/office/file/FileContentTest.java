package org.openhall.office.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
  private final List<FileFault> faults = new ArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  private List<FileFault> read(FileKind kind, byte[] bytes) throws IOException {
    faults.clear();
    texts.clear();
    new FileContent(kind, file(bytes)).read((fault, detail) -> faults.add(fault), texts::put);
    return faults;
  }

  private static byte[] archive(Map<String, byte[]> entries, String comment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void linesOfATableAreToldWithWhatStandsOverThemInEitherEncoding() throws IOException {
    assertEquals(List.of(), read(FileKind.CSV, utf8("姓名,电话\n甲,1\n")));
    assertEquals(Map.of("姓名,电话", "姓名,电话", "甲,1", "姓名,电话"), texts);
    read(FileKind.CSV, "姓名,电话\n甲,1\n".getBytes(FileContent.GB18030));
    assertEquals(Map.of("姓名,电话", "姓名,电话", "甲,1", "姓名,电话"), texts);
  }

  @Test
  void textsOfDocumentsAndOfFilesInAnArchiveAreTold() throws IOException {
    read(FileKind.XLSX, HostileFiles.workbook());
    assertTrue(String.join("\n", texts.keySet()).contains("居民身份证换领"), texts.toString());
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("名单.csv", "姓名\n乙\n".getBytes(FileContent.GB18030));
    entries.put("说明.txt", utf8("丙"));
    entries.put("页.xml", utf8("<a>丁</a>"));
    entries.put("图.bin", utf8("戊"));
    entries.put("表.xlsx", HostileFiles.workbook());
    assertEquals(List.of(), read(FileKind.ZIP, archive(entries, "")));
    assertEquals("姓名", texts.get("乙"));
    assertTrue(texts.keySet().containsAll(List.of("丙", "丁")), texts.toString());
    assertTrue(!texts.containsKey("戊"), "what is no text is not read as one");
    assertTrue(String.join("\n", texts.keySet()).contains("居民身份证换领"), texts.toString());
  }

  @Test
  void aDirectoryWithACommentOfItsOwnIsNoSecondFile() throws IOException {
    Map<String, byte[]> one = Map.of("a.txt", utf8("x"));
    assertEquals(List.of(), read(FileKind.ZIP, archive(one, "说明")));
    byte[] longer = HostileFiles.joined(archive(one, "abc"), utf8("def"));
    assertEquals(List.of(FileFault.POLYGLOT), read(FileKind.ZIP, longer));
  }

  @Test
  void whatAllUnpackToCountsOverEntriesAndOverDocumentsInside() throws IOException {
    byte[] noise = new byte[1000];
    new Random(1).nextBytes(noise);
    byte[] two = archive(Map.of("a.bin", noise, "b.bin", noise), "");
    assertEquals(List.of(), unpacked(two, 2000));
    assertEquals(List.of(FileFault.ZIP_RATIO), unpacked(two, 1999));
    byte[] workbook = HostileFiles.workbook();
    byte[] around = archive(Map.of("表.xlsx", workbook), "");
    AtomicLong left = new AtomicLong(1 << 20);
    new ZipContent(FileKind.ZIP, file(around), 0, left)
        .read((fault, detail) -> faults.add(fault), texts::put);
    assertTrue((1 << 20) - left.get() > 2L * workbook.length, "only the outer bytes: " + left);
  }

  private List<FileFault> unpacked(byte[] bytes, long most) throws IOException {
    faults.clear();
    new ZipContent(FileKind.ZIP, file(bytes), 0, new AtomicLong(most))
        .read((fault, detail) -> faults.add(fault), texts::put);
    return List.copyOf(faults);
  }

  @Test
  void aSmallFileThatPacksWellHarmsNobody() throws IOException {
    assertEquals(List.of(), read(FileKind.ZIP, HostileFiles.bomb("零.bin", 4)));
    assertEquals(List.of(FileFault.ZIP_RATIO), read(FileKind.ZIP, HostileFiles.bomb("零.bin", 5)));
  }

  @Test
  void aLockedArchiveAndABrokenOneAreToldApart() throws IOException {
    byte[] bytes = archive(Map.of("a.txt", utf8("xxxxxxxxxxxxxxxx")), "");
    byte[] locked = bytes.clone();
    for (int i = 0; i < locked.length - 3; i++) {
      int signature = ByteBuffer.wrap(locked, i, 4).getInt();
      if (signature == 0x504b0304 || signature == 0x504b0102) {
        locked[i + (signature == 0x504b0304 ? 6 : 8)] |= 1;
      }
    }
    assertEquals(List.of(FileFault.LOCKED), read(FileKind.ZIP, locked));
    assertEquals(List.of(FileFault.BROKEN), read(FileKind.ZIP, Arrays.copyOf(bytes, 40)));
  }

  @Test
  void aPictureSaysItsSizeBehindSegmentsAndFillBytes() throws IOException {
    String frame = "ffc00011080010ffff03012200021101031101";
    assertEquals(List.of(FileFault.HUGE_PICTURE), jpeg("ffe00004aaaa" + frame));
    assertEquals(List.of(FileFault.HUGE_PICTURE), jpeg("ffffff" + frame));
    assertEquals(List.of(FileFault.BROKEN), jpeg("ffda0002" + frame), "data before a frame");
    assertEquals(List.of(FileFault.BROKEN), jpeg("ffe000020000" + frame), "no marker");
    assertEquals(List.of(FileFault.BROKEN), jpeg("ffc40011080010ffff03012200021101031101"));
  }

  private List<FileFault> jpeg(String segments) throws IOException {
    return List.copyOf(read(FileKind.JPEG, HexFormat.of().parseHex("ffd8" + segments + "ffd9")));
  }

  @Test
  void picturesAreRefusedFromTheFirstPixelTooManyAndWhenTheyWereCut() throws IOException {
    assertEquals(List.of(), read(FileKind.PNG, HostileFiles.png(30_000, 2_666)));
    assertEquals(List.of(), read(FileKind.PNG, HostileFiles.png(2_666, 30_000)));
    assertEquals(List.of(), read(FileKind.PNG, HostileFiles.png(10_000, 8_000)));
    List<FileFault> huge = List.of(FileFault.HUGE_PICTURE);
    assertEquals(huge, read(FileKind.PNG, HostileFiles.png(30_001, 1)));
    assertEquals(huge, read(FileKind.PNG, HostileFiles.png(1, 30_001)));
    assertEquals(huge, read(FileKind.PNG, HostileFiles.png(10_000, 8_001)));
    byte[] whole = HostileFiles.png(10, 10);
    assertEquals(
        List.of(FileFault.BROKEN), read(FileKind.PNG, Arrays.copyOf(whole, whole.length - 1)));
  }

  @Test
  void namesAreShownSoThatNothingInThemHides() {
    assertEquals("报告⟨U+202E⟩fdp.exe", FileName.legible("报告\u202Efdp.exe"));
    assertEquals("甲乙", FileName.legible("甲乙丙", 2));
    assertTrue(FileName.isPlain("长".repeat(196) + ".csv"));
    assertTrue(!FileName.isPlain("长".repeat(197) + ".csv"));
  }

  @Test
  void aHandlerOfAnEventIsOneByItsNameAlone() throws IOException {
    assertEquals(List.of(), read(FileKind.HTML, utf8("<p on='x'>通知</p>")));
    assertEquals(List.of(FileFault.SCRIPT), read(FileKind.HTML, utf8("<p onx='x'>通知</p>")));
  }
}
