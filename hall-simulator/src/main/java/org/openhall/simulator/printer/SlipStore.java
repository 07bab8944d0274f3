package org.openhall.simulator.printer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The folder of slips: {@code 001.png}, {@code 001.txt} and, where there are QR codes, {@code
 * 001.qr.txt}. Numbers go on where an earlier run ended. The text file comes last: where it is, the
 * slip is whole.
 */
final class SlipStore {

  private static final Pattern NUMBERED = Pattern.compile("([0-9]{3,8})\\.png");

  private final Path folder;
  private final PaperRenderer renderer;
  private int last;

  private SlipStore(Path folder, PaperRenderer renderer, int last) {
    this.folder = folder;
    this.renderer = renderer;
    this.last = last;
  }

  /** Opens the folder, made if it is missing. */
  static SlipStore open(Path folder, int dots) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      int last =
          files
              .map(file -> NUMBERED.matcher(String.valueOf(file.getFileName())))
              .filter(matcher -> matcher.matches())
              .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
              .max()
              .orElse(0);
      return new SlipStore(folder, new PaperRenderer(dots), last);
    }
  }

  /** Draws and keeps a slip. */
  Slip keep(List<PaperItem> items, Paper roll) throws IOException {
    BufferedImage image = renderer.render(items, roll);
    List<String> lines =
        items.stream()
            .filter(item -> !(item instanceof PaperItem.Feed))
            .map(PaperItem::text)
            .toList();
    boolean hasDots = items.stream().anyMatch(PaperItem.Dots.class::isInstance);
    List<String> qrTexts = hasDots ? QrReader.read(image) : List.of();
    String name = String.format(Locale.ROOT, "%03d", ++last);
    Path picture = write(name + ".png", png(image));
    if (!qrTexts.isEmpty()) {
      write(name + ".qr.txt", utf8(qrTexts));
    }
    Path textFile = write(name + ".txt", utf8(lines));
    return new Slip(last, picture, textFile, lines, qrTexts);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private Path write(String name, byte[] content) throws IOException {
    Path fresh = folder.resolve(name + ".new");
    Files.write(fresh, content);
    return Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
