package org.openhall.kiosk.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.openhall.content.Attachment;

/** Attachments as an agent leaves them on a terminal's disk. */
public final class RealFiles {
  private final Path data;

  public RealFiles(Path data) {
    this.data = data;
  }

  /** Puts bytes on the shelf; what they are is said by the type alone. */
  public Attachment put(String name, String mediaType, byte[] bytes) throws IOException {
    Attachment file = new Attachment(name, mediaType, bytes.length, sha256(bytes), null);
    Path path = data.resolve(file.target());
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return file;
  }

  public Attachment pdf(int pages) throws IOException {
    return put("a.pdf", "application/pdf", pdfBytes(pages, ""));
  }

  Attachment lockedPdf() throws IOException {
    return put("a.pdf", "application/pdf", pdfBytes(1, "secret"));
  }

  /** Pages of 200 by 100 points; each has a black square from (50, 25) on, 10 points wide. */
  static byte[] pdfBytes(int pages, String password) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(new PDRectangle(200, 100));
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          out.addRect(50, 100 - 25 - 10, 10, 10);
          out.fill();
        }
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** White, with a black square from (50, 25) on, 10 pixels wide. */
  public Attachment png(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(50, 25, 10, 10);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return put("a.png", "image/png", bytes.toByteArray());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
