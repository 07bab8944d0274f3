package org.openhall.office.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Files that somebody sends who means harm, each made here. */
public final class HostileFiles {
  private HostileFiles() {}

  /** An archive of these entries, path → text. */
  public static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** An archive with one entry of that many zeros. */
  public static byte[] bomb(String entry, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  /** An archive of many empty files. */
  public static byte[] crowd(int entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry("n" + i + ".txt"));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A harmless workbook. */
  public static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      var sheet = workbook.newWorksheet("事项");
      sheet.value(0, 0, "事项名称");
      sheet.value(0, 1, "实施编码");
      sheet.value(1, 0, "居民身份证换领");
      sheet.value(1, 1, "001");
    }
    return bytes.toByteArray();
  }

  /** The same workbook with an entry more, or with another in the place of one. */
  public static byte[] workbookWith(String entry, String text) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Path file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        entries.put(each.getName(), zip.getInputStream(each).readAllBytes());
      }
    } finally {
      Files.delete(file);
    }
    entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The first bytes of a PNG that says it has this size, and its end. */
  public static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    hex(bytes, "89504e470d0a1a0a0000000d49484452");
    bytes.write(ByteBuffer.allocate(8).putInt(width).putInt(height).array());
    hex(bytes, "08060000000000000000000049454e44ae426082");
    return bytes.toByteArray();
  }

  /** A JPEG that says it has this size; its frame stands behind another segment. */
  public static byte[] jpeg(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    hex(bytes, "ffd8ffe000104a46494600010100000100010000ffc0001108");
    bytes.write(ByteBuffer.allocate(4).putShort((short) height).putShort((short) width).array());
    hex(bytes, "03012200021101031101ffd9");
    return bytes.toByteArray();
  }

  /** Two files in one. */
  public static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static void hex(OutputStream out, String hex) throws IOException {
    out.write(java.util.HexFormat.of().parseHex(hex));
  }
}
