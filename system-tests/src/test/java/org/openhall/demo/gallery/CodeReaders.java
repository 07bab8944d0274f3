package org.openhall.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The codes on a picture, read by two libraries of which neither wrote them: BoofCV, and where it
 * is installed zbarimg, which many a telephone's application is made of.
 */
final class CodeReaders {
  private static final Path ZBARIMG = Path.of("/usr/bin/zbarimg");

  private final QrCodeDetector<GrayU8> detector =
      FactoryFiducial.qrcode(new ConfigQrCode(), GrayU8.class);
  private final Path folder;

  /** Reads pictures that are laid down in a folder. */
  CodeReaders(Path folder) {
    this.folder = folder;
  }

  static boolean hasZbarimg() {
    return Files.isExecutable(ZBARIMG);
  }

  /** The one code of a picture, as both read it. */
  String only(Picture picture) throws IOException, InterruptedException {
    List<String> found = all(picture);
    assertEquals(1, found.size(), "codes on the picture: " + found);
    return found.getFirst();
  }

  /** All codes of a picture, as both read them. */
  List<String> all(Picture picture) throws IOException, InterruptedException {
    detector.process(grey(picture));
    List<String> found =
        detector.getDetections().stream().map((QrCode code) -> code.message).sorted().toList();
    if (hasZbarimg()) {
      assertEquals(
          found.stream().map(text -> text + "\n").collect(Collectors.joining()),
          zbarimg(picture),
          "zbarimg reads otherwise");
    }
    return found;
  }

  /** What it prints: each code's text and a line feed. */
  private String zbarimg(Picture picture) throws IOException, InterruptedException {
    Path file = folder.resolve("codes.png");
    picture.write(file);
    Process reader =
        new ProcessBuilder(
                ZBARIMG.toString(), "-q", "--raw", "-Sdisable", "-Sqrcode.enable", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    reader.waitFor();
    return said;
  }

  private static GrayU8 grey(Picture picture) {
    GrayU8 grey = new GrayU8(picture.width(), picture.height());
    int[] pixels = picture.pixels();
    for (int at = 0; at < pixels.length; at++) {
      grey.data[at] = (byte) (pixels[at] >> 8);
    }
    return grey;
  }
}
