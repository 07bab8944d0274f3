package org.openhall.kiosk.screen.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.content.StaffMember;
import org.openhall.content.UnknownFields;
import org.openhall.kiosk.ScreenThread;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.shell.Messages;

class PortraitTest {
  private static final int TEAL = 0xFF007F7F;

  @TempDir Path data;
  private FileShelf files;

  @BeforeEach
  void open() {
    files = new FileShelf(data, Platform::runLater);
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void thePhotoOfARecordIsShownAsLargeAsItFits() throws Exception {
    Portrait portrait = shown(person("李四", photo()));

    ImageView picture = (ImageView) ScreenThread.get(() -> portrait.getChildren().getFirst());
    assertEquals(160, picture.getImage().getWidth());
    assertEquals(240, picture.getImage().getHeight());
    assertEquals(TEAL, picture.getImage().getPixelReader().getArgb(80, 120));
  }

  @Test
  void withoutAPhotoTheSurnameStandsForIt() {
    assertEquals(List.of("李", "照片未提供"), words(shown(person("李四", null))));
    assertEquals(List.of("𠮷", "照片未提供"), words(shown(person("𠮷某", null))));
  }

  @Test
  void aPhotoThatHasNotComeYetSaysSo() {
    Attachment missing = new Attachment("a.png", "image/png", 9, "0".repeat(64), null);

    assertEquals(List.of("李", "照片尚未到达"), words(shown(person("李四", missing))));
  }

  /** The portrait once all that was asked of the files has been answered. */
  private Portrait shown(StaffMember person) {
    Portrait portrait = ScreenThread.get(() -> new Portrait(files, new Messages(), person));
    for (int round = 0; round < 2; round++) {
      CompletableFuture<Boolean> answered = new CompletableFuture<>();
      Attachment none = new Attachment("", "", 0, "f".repeat(64), null);
      files.open(none, _ -> answered.complete(true));
      answered.join();
    }
    return portrait;
  }

  private static List<String> words(Portrait portrait) {
    return ScreenThread.get(() ->
        portrait.getChildren().stream().map((Node node) -> ((Label) node).getText()).toList());
  }

  private Attachment photo() throws Exception {
    BufferedImage image = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 600; y++) {
      for (int x = 0; x < 400; x++) {
        image.setRGB(x, y, TEAL);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return kept(bytes.toByteArray());
  }

  private Attachment kept(byte[] bytes) throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Attachment photo = new Attachment("a.png", "image/png", bytes.length, hash, null);
    Path file = data.resolve(photo.target());
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
    return photo;
  }

  private static StaffMember person(String name, @Nullable Attachment photo) {
    return new StaffMember(
        Records.header("s"),
        name,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        photo,
        null,
        1,
        UnknownFields.NONE);
  }
}
