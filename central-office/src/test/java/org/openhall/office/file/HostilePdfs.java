package org.openhall.office.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDF files of every kind that nobody should open. */
public final class HostilePdfs {
  private HostilePdfs() {}

  /** A document of one empty page, whose catalogue and page hold something more. */
  public static byte[] with(String inCatalog, String inPage, String... objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    StringBuilder places = new StringBuilder();
    List<String> all = new java.util.ArrayList<>();
    all.add("<</Type/Catalog/Pages 2 0 R " + inCatalog + ">>");
    all.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    all.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200] " + inPage + ">>");
    all.addAll(List.of(objects));
    for (int i = 0; i < all.size(); i++) {
      places.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(all.get(i)).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(all.size() + 1).append("\n0000000000 65535 f \n").append(places);
    pdf.append("trailer\n<</Root 1 0 R/Size ").append(all.size() + 1).append(">>\n");
    pdf.append("startxref\n").append(table).append("\n%%EOF\n");
    return latin(pdf.toString());
  }

  /** The same without its table of objects, as a reader mends it. */
  static byte[] torn(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    return latin(text.substring(0, text.lastIndexOf("xref\n0 ")) + "startxref\n77777\n%%EOF\n");
  }

  /** A stream object of these bytes. */
  static String stream(String dictionary, byte[] bytes) {
    return "<<%s/Length %d>>\nstream\n%s\nendstream"
        .formatted(dictionary, bytes.length, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Objects 4 and 5 in an object stream, which is object 6. */
  static byte[] inObjectStream(String four, String five) throws IOException {
    String head = "4 0 5 " + (four.length() + 1) + " ";
    byte[] packed = packed(latin(head + four + " " + five));
    String objects = "/Type/ObjStm/N 2/First " + head.length() + "/Filter/FlateDecode";
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    int[] at = new int[8];
    String[] plain = {
      "",
      "<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"
    };
    for (int i = 1; i <= 3; i++) {
      at[i] = pdf.length();
      pdf.append(i).append(" 0 obj\n").append(plain[i]).append("\nendobj\n");
    }
    at[6] = pdf.length();
    pdf.append("6 0 obj\n").append(stream(objects, packed)).append("\nendobj\n");
    at[7] = pdf.length();
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    entry(table, 0, 0, 0);
    entry(table, 1, at[1], 0);
    entry(table, 1, at[2], 0);
    entry(table, 1, at[3], 0);
    entry(table, 2, 6, 0);
    entry(table, 2, 6, 1);
    entry(table, 1, at[6], 0);
    entry(table, 1, at[7], 0);
    pdf.append("7 0 obj\n")
        .append(stream("/Type/XRef/Size 8/W[1 4 1]/Root 1 0 R", table.toByteArray()))
        .append("\nendobj\nstartxref\n")
        .append(at[7])
        .append("\n%%EOF\n");
    return latin(pdf.toString());
  }

  private static void entry(ByteArrayOutputStream table, int kind, int place, int index) {
    table.write(kind);
    for (int shift = 24; shift >= 0; shift -= 8) {
      table.write(place >> shift);
    }
    table.write(index);
  }

  /** Zeros, packed so often. */
  static byte[] bomb(int megabytes, int layers) throws IOException {
    byte[] bytes = packed(new byte[megabytes << 20]);
    for (int layer = 1; layer < layers; layer++) {
      bytes = packed(bytes);
    }
    return bytes;
  }

  static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var packing =
        new java.util.zip.DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }

  /** Under a password that opens it, or under one for its owner alone. */
  static byte[] locked(String password) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", password, new AccessPermission());
      policy.setEncryptionKeyLength(256);
      document.protect(policy);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
